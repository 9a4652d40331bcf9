package io.genledger.app.web.browser.chromium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rules of axe-core on accessibility. */
public final class Axe {

    private static final String SOURCE = source();

    private static final String COLOURS = "colours";

    /**
     * Runs the rules of colours, or the others, but none of level AAA: the page's colours and links
     * are designed for level AA. Colours are most of the work, and depend on the styles alone: they
     * are looked at in the first of those rows and items that differ in nothing but their texts and
     * numbers.
     */
    private static final String FINDINGS =
            """
            async asked => {
              const rules = axe.getRules().filter(rule => !rule.tags.includes('wcag2aaa') && rule.tags.includes('cat.color') === (asked === 'colours'));
              const values = rules.map(rule => rule.ruleId);
              const alike = [], seen = new Set();
              if (asked === 'colours') {
                for (const one of document.querySelectorAll('tbody tr, li')) {
                  const shape = `${one.parentElement.className} ${one.outerHTML}`.replace(/<!--.*?-->/g, '').replace(/>[^<]+/g, '>text')
                    .replace(/ (?:id|href|title|aria-label|data-id|x|y|width|height|d|points)="[^"]+"/g, '');
                  if (seen.has(shape)) alike.push(one);
                  seen.add(shape);
                }
              }
              const found = await axe.run(alike.length ? { include: [document], exclude: alike } : document, { runOnly: { type: 'rule', values }, resultTypes: ['violations'] });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}: ${node.html.slice(0, 160)} ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`));
            }
            """;

    private Axe() {}

    /** Each element of the shown screen that breaks a rule, also an experimental one. */
    public static List<String> findings(Tab tab) {
        return Stream.of("others", COLOURS)
                .flatMap(asked -> findings(tab, asked).stream())
                .toList();
    }

    /** Each element whose colours break a rule. A theme changes nothing else. */
    public static List<String> coloursOf(Tab tab) {
        return findings(tab, COLOURS);
    }

    private static List<String> findings(Tab tab, String asked) {
        if (!Boolean.TRUE.equals(tab.page().evaluate("() => 'axe' in window"))) {
            tab.page().evaluate(SOURCE);
        }
        return tab.evaluate(FINDINGS, asked);
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.genledger.app.web.browser.chromium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of axe-core on accessibility. */
public final class Axe {

    private static final String SOURCE = source();

    /**
     * Runs the rules with a tag, or all, but none of level AAA: the page's colours and links are
     * designed for level AA.
     */
    private static final String FINDINGS =
            """
            async asked => {
              const rules = axe.getRules().filter(rule => !rule.tags.includes('wcag2aaa') && (asked === '' || rule.tags.includes(asked)));
              const values = rules.map(rule => rule.ruleId);
              const found = await axe.run(document, { runOnly: { type: 'rule', values }, resultTypes: ['violations'] });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}: ${node.html.slice(0, 160)} ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`));
            }
            """;

    private Axe() {}

    /** Each element of the shown screen that breaks a rule, also an experimental one. */
    public static List<String> findings(Tab tab) {
        return findings(tab, "");
    }

    /** Each element whose colours break a rule. A theme changes nothing else. */
    public static List<String> coloursOf(Tab tab) {
        return findings(tab, "cat.color");
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

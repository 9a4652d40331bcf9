package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Labelled facts in sections; values are aligned over all sections, empty sections are left out.
 */
final class FactSheet {

    private static final int WIDTH = 100;
    private static final int GAP = 2;

    private final String title;
    private final List<Section> sections = new ArrayList<>();

    private record Fact(String label, String value) {}

    private record Section(String title, List<Fact> facts) {}

    FactSheet(String title) {
        this.title = Sanitized.of(title);
    }

    void section(String name) {
        sections.add(new Section(name, new ArrayList<>()));
    }

    /** Adds a fact to the section begun last. */
    void fact(String label, String value) {
        sections.getLast().facts().add(new Fact(Sanitized.of(label), Sanitized.of(value)));
    }

    /** Adds a fact, if it is known, to the section begun last. */
    void fact(String label, Optional<String> value) {
        value.ifPresent(text -> fact(label, text));
    }

    String drawn(Style style) {
        int labels =
                sections.stream()
                        .flatMap(section -> section.facts().stream())
                        .mapToInt(fact -> fact.label().length())
                        .max()
                        .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(title));
        for (Section section : sections) {
            if (!section.facts().isEmpty()) {
                lines.add("");
                lines.add(style.bold(section.title()));
                section.facts().forEach(fact -> draw(fact, labels, style, lines));
            }
        }
        return String.join("\n", lines);
    }

    private static void draw(Fact fact, int labels, Style style, List<String> lines) {
        String indent = " ".repeat(GAP);
        String padding = " ".repeat(labels - fact.label().length() + GAP);
        List<String> value = Wrapped.lines(fact.value(), Optional.of(WIDTH - labels - 2 * GAP));
        lines.add(indent + style.dim(fact.label()) + padding + value.get(0));
        value.stream().skip(1).map(more -> " ".repeat(labels + 2 * GAP) + more).forEach(lines::add);
    }
}

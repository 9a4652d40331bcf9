package io.genledger.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Matches the texts of a dimension: {@code *} stands for any characters, {@code \} makes the next
 * character stand for itself, a {@code !} at the beginning negates, and nothing matches where a
 * record states no text. Upper and lower case differ.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="pattern"}
 *
 * @param isNegated whether a generation is left out that matches
 * @param parts the literal texts before, between and after the {@code *}; one more than there are
 *     {@code *}
 */
public record TextPattern(boolean isNegated, List<String> parts) {

    /**
     * @throws IllegalArgumentException if there is no part
     */
    public TextPattern {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a pattern has at least one part");
        }
    }

    /** The pattern that only {@code text} matches; {@code *} and {@code !} in it are literal. */
    public static TextPattern exactly(String text) {
        return new TextPattern(false, List.of(text));
    }

    /** Reads a pattern as people write it, e.g. {@code anthropic/*} or {@code !staging}. */
    public static TextPattern parse(String written) {
        boolean isNegated = written.startsWith("!");
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = isNegated ? 1 : 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '*') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                boolean isEscape = c == '\\' && i + 1 < written.length();
                part.append(isEscape ? written.charAt(++i) : c);
            }
        }
        parts.add(part.toString());
        return new TextPattern(isNegated, parts);
    }

    /** Whether it has no {@code *}. */
    public boolean isExact() {
        return parts.size() == 1;
    }

    /** Whether it is the pattern of generations whose record states no text. */
    public boolean isOfUnstated() {
        return isExact() && parts.get(0).isEmpty();
    }

    /**
     * Whether {@code text} has this form, without regard to {@link #isNegated}.
     *
     * @param text empty if the record states none
     */
    public boolean matches(Optional<String> text) {
        return isOfUnstated() ? text.isEmpty() : text.filter(this::matches).isPresent();
    }

    private boolean matches(String text) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (isExact()) {
            return text.equals(first);
        }
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int from = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, from);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    /** The pattern as people write it, which {@link #parse} reads. */
    @Override
    public String toString() {
        return (isNegated ? "!" : "")
                + parts.stream().map(TextPattern::escaped).collect(Collectors.joining("*"));
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("*", "\\*").replaceFirst("^!", "\\\\!");
    }
}

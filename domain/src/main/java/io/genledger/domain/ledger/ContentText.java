package io.genledger.domain.ledger;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The content of a record as the text that a {@link ContentDigest} is computed from. Ledgers keep
 * digests for years, so the text of a version never changes.
 */
final class ContentText {

    private static final int USUAL_LENGTH = 2_048;

    /** Ordered as their leaves, so that little is left to sort. */
    private static final List<MetadataField> BY_NAME =
            Arrays.stream(MetadataField.values())
                    .sorted(Comparator.comparing(MetadataField::wireName))
                    .toList();

    private ContentText() {}

    /**
     * Documented fields in the order of {@link MetadataField} as plain text, then the unknown ones
     * by name as JSON. With the lengths, different contents have different texts.
     */
    static String version1(Generation generation) {
        DocumentKind kind = generation.shape().kind();
        StringBuilder text = new StringBuilder(kind == DocumentKind.METADATA ? "" : kind + "\n");
        for (MetadataField field : MetadataField.values()) {
            field.textIn(generation).ifPresent(value -> append(text, field.wireName(), value));
        }
        generation.shape().unknown().forEach((name, json) -> append(text, name, json));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name.length()).append(':').append(name);
        text.append(value.length()).append(':').append(value).append('\n');
    }

    /** The leaves of all fields, documented or not, one a line and sorted by their paths. */
    static String version2(Generation generation) {
        List<JsonLeaf> leaves = new ArrayList<>(2 * BY_NAME.size());
        for (MetadataField field : BY_NAME) {
            field.textIn(generation).ifPresent(value -> addDocumented(leaves, field, value));
        }
        generation
                .shape()
                .unknown()
                .forEach((path, json) -> JsonLeaves.add(leaves, snakeCase(path), json));
        Collections.sort(leaves);
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        text.append(generation.shape().kind()).append('\n');
        leaves.forEach(leaf -> leaf.appendTo(text));
        return text.toString();
    }

    private static void addDocumented(List<JsonLeaf> leaves, MetadataField field, String value) {
        switch (field.kind()) {
            case ID, TEXT -> leaves.add(JsonLeaf.ofText(field.wireName(), value));
            case TIME -> leaves.add(JsonLeaf.ofCanonicalText(field.wireName(), value));
            case NUMBER, COUNT, DURATION, MONEY, FLAG ->
                    leaves.add(JsonLeaf.ofCanonical(field.wireName(), value));
            case ATTEMPTS -> JsonLeaves.add(leaves, field.wireName(), value);
        }
    }

    /** The path in OpenRouter's spelling, from that of its SDK (OPENROUTER.md §3.12). */
    private static String snakeCase(String path) {
        StringBuilder snake = new StringBuilder(path.length() + 4);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                snake.append('_').append((char) (c - 'A' + 'a'));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}

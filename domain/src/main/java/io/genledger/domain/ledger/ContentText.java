package io.genledger.domain.ledger;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.FieldKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The content of a record as the text that a {@link ContentDigest} is computed from. Ledgers keep
 * digests for years, so the text of a version never changes.
 */
final class ContentText {

    private static final int USUAL_LENGTH = 2_048;

    /** The fields with one leaf, in the order of their leaves, which thus need no sorting. */
    private static final List<MetadataField> BY_NAME =
            Arrays.stream(MetadataField.values())
                    .filter(field -> field.kind() != FieldKind.ATTEMPTS)
                    .sorted(Comparator.comparing(MetadataField::wireName))
                    .toList();

    /** The beginnings of their lines. */
    private static final List<String> BEGINNINGS =
            BY_NAME.stream().map(field -> JsonLeaf.beginning(field.wireName())).toList();

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
        List<JsonLeaf> others = leavesToSort(generation);
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        text.append(generation.shape().kind()).append('\n');
        int next = 0;
        for (int i = 0; i < BY_NAME.size(); i++) {
            Optional<String> value = BY_NAME.get(i).textIn(generation);
            if (value.isPresent()) {
                JsonLeaf leaf = leaf(BY_NAME.get(i), value.get());
                while (next < others.size() && others.get(next).compareTo(leaf) < 0) {
                    others.get(next++).appendTo(text);
                }
                leaf.endLine(text.append(BEGINNINGS.get(i)));
            }
        }
        others.subList(next, others.size()).forEach(leaf -> leaf.appendTo(text));
        return text.toString();
    }

    /**
     * The leaves of the attempts and of the unknown fields; the others are sorted by their name.
     */
    private static List<JsonLeaf> leavesToSort(Generation generation) {
        List<JsonLeaf> leaves = new ArrayList<>();
        AttemptLeaves.add(leaves, generation.routing().attempts());
        generation
                .shape()
                .unknown()
                .forEach((path, json) -> JsonLeaves.add(leaves, snakeCase(path), json));
        Collections.sort(leaves);
        return leaves;
    }

    private static JsonLeaf leaf(MetadataField field, String value) {
        return switch (field.kind()) {
            case ID, TEXT, ATTEMPTS -> JsonLeaf.ofText(field.wireName(), value);
            case TIME -> JsonLeaf.ofCanonicalText(field.wireName(), value);
            case NUMBER, COUNT, DURATION, MONEY, FLAG ->
                    JsonLeaf.ofCanonical(field.wireName(), value);
        };
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

package io.genledger.domain.ledger;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A field in which two revisions of a generation differ. An absent field and one that is {@code
 * null} do not differ: both state nothing.
 *
 * @param field its name as OpenRouter spells it
 * @param before the value in the older revision, as canonical text; empty if it states none
 * @param after the value in the newer revision, as canonical text; empty if it states none
 */
public record Difference(String field, Optional<String> before, Optional<String> after) {

    /**
     * The differences: documented fields in the order of {@link MetadataField}, then unknown fields
     * by name. Empty if and only if both state the same.
     */
    public static List<Difference> between(Generation before, Generation after) {
        List<Difference> differences = new ArrayList<>();
        for (MetadataField field : MetadataField.values()) {
            add(differences, field.wireName(), field.textIn(before), field.textIn(after));
        }
        Map<String, String> old = before.shape().unknown();
        Map<String, String> young = after.shape().unknown();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        for (String name : names) {
            add(
                    differences,
                    name,
                    Optional.ofNullable(old.get(name)),
                    Optional.ofNullable(young.get(name)));
        }
        return List.copyOf(differences);
    }

    private static void add(
            List<Difference> differences,
            String field,
            Optional<String> before,
            Optional<String> after) {
        if (!before.equals(after)) {
            differences.add(new Difference(field, before, after));
        }
    }
}

package io.genledger.domain.generation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form of a document: which fields are absent and not {@code null}, and its undocumented fields
 * (OPENROUTER.md §3.1).
 *
 * @param kind the kind of document
 * @param absent the documented fields that the document does not have; an empty value of any other
 *     field was an explicit {@code null}
 * @param unknown undocumented fields: JSON text by name, or by path in an attempt, e.g. {@code
 *     provider_responses[0].region}
 */
public record DocumentShape(
        DocumentKind kind, Set<MetadataField> absent, Map<String, String> unknown) {

    /** A record with all documented fields and no other; those without a value are {@code null}. */
    public static final DocumentShape AS_DOCUMENTED =
            new DocumentShape(DocumentKind.METADATA, Set.of(), Map.of());

    /**
     * The shape of a record that states the values of {@code generation} and has no other field.
     */
    static DocumentShape withoutNulls(Generation generation) {
        Set<MetadataField> absent = EnumSet.noneOf(MetadataField.class);
        for (MetadataField field : MetadataField.values()) {
            if (field.textIn(generation).isEmpty()) {
                absent.add(field);
            }
        }
        return new DocumentShape(DocumentKind.METADATA, absent, Map.of());
    }

    /** Copies fields and names, in a stable order. */
    public DocumentShape {
        absent = absent.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(absent));
        unknown =
                unknown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(unknown));
    }
}

package io.genledger.domain.generation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a document looked like beside the values read from it. With it, a field that was absent and
 * one that was {@code null} stay two facts, and fields that OpenRouter adds tomorrow are not lost.
 *
 * @param kind which of OpenRouter's documents it was
 * @param absent the documented fields that were not there at all; an empty value of any other field
 *     was an explicit {@code null}
 * @param unknown the fields nobody documented yet, by name, as JSON text
 */
public record DocumentShape(
        DocumentKind kind, Set<MetadataField> absent, Map<String, String> unknown) {

    /** A record in which every documented field was there, and no other. */
    public static final DocumentShape AS_DOCUMENTED =
            new DocumentShape(DocumentKind.METADATA, Set.of(), Map.of());

    /** Copies fields and names, in a stable order. */
    public DocumentShape {
        Set<MetadataField> ordered = EnumSet.noneOf(MetadataField.class);
        ordered.addAll(absent);
        absent = Collections.unmodifiableSet(ordered);
        unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
    }
}

package io.genledger.domain.cost;

import io.genledger.domain.generation.MetadataField;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something about a record that a reader should know. A finding never refuses a record.
 *
 * @param code stable, for machines, e.g. {@code amount-finer-than-ledger}
 * @param severity how much it matters
 * @param sentence for people
 * @param evidence the fields it rests on
 */
public record Finding(
        String code, Severity severity, String sentence, Set<MetadataField> evidence) {

    /** Copies the evidence, in the order of the fields, so that every run prints it alike. */
    public Finding {
        Set<MetadataField> ordered = EnumSet.noneOf(MetadataField.class);
        ordered.addAll(evidence);
        evidence = Collections.unmodifiableSet(ordered);
    }
}

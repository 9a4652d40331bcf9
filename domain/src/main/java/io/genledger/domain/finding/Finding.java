package io.genledger.domain.finding;

import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something about a record that a reader should know. A finding never refuses a record.
 *
 * @param code stable, for machines, e.g. {@code amount-finer-than-ledger}
 * @param severity how much it matters
 * @param sentence for people
 * @param evidence the fields it rests on
 * @param atStake the money it puts in question: zero where it puts none, empty where nobody can
 *     tell; never negative
 */
public record Finding(
        String code,
        Severity severity,
        String sentence,
        Set<MetadataField> evidence,
        Optional<UsdAmount> atStake) {

    /**
     * Copies the evidence, in the order of the fields, so that every run prints it alike.
     *
     * @throws IllegalArgumentException if a negative amount is at stake
     */
    public Finding {
        if (atStake.isPresent() && atStake.get().signum() < 0) {
            throw new IllegalArgumentException(
                    "what is at stake is not negative, as " + atStake.get() + " is");
        }
        Set<MetadataField> ordered = EnumSet.noneOf(MetadataField.class);
        ordered.addAll(evidence);
        evidence = Collections.unmodifiableSet(ordered);
    }
}

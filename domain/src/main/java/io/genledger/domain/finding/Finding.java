package io.genledger.domain.finding;

import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something odd or impossible in a record. A finding never refuses a record.
 *
 * @param code stable, e.g. {@code amount-finer-than-ledger}
 * @param severity the severity
 * @param sentence the finding in words
 * @param evidence the fields it is based on
 * @param atStake the money it puts in question: zero if none, empty if unknown; never negative
 */
public record Finding(
        String code,
        Severity severity,
        String sentence,
        Set<MetadataField> evidence,
        Optional<UsdAmount> atStake) {

    /**
     * Copies the evidence and puts it in the order of the fields.
     *
     * @throws IllegalArgumentException if a negative amount is at stake
     */
    public Finding {
        if (atStake.isPresent() && atStake.get().signum() < 0) {
            throw new IllegalArgumentException(
                    "an amount at stake is zero or more, not " + atStake.get());
        }
        Set<MetadataField> ordered = EnumSet.noneOf(MetadataField.class);
        ordered.addAll(evidence);
        evidence = Collections.unmodifiableSet(ordered);
    }
}

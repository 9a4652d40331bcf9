package io.genledger.domain.finding;

import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The result of a check, before it has a code and a severity.
 *
 * @param evidence the fields it is based on
 * @param atStake the money it puts in question; empty if unknown
 */
record Evidence(Set<MetadataField> evidence, Optional<UsdAmount> atStake) {

    /** Evidence with no money in question. */
    static Optional<Evidence> about(MetadataField first, MetadataField... others) {
        return costing(UsdAmount.ZERO, first, others);
    }

    /** Evidence with {@code amount} in question, of either sign. */
    static Optional<Evidence> costing(
            UsdAmount amount, MetadataField first, MetadataField... others) {
        return Optional.of(
                new Evidence(EnumSet.of(first, others), Optional.of(amount.magnitude())));
    }

    /** Evidence with an unknown amount in question. */
    static Optional<Evidence> ofUnknown(Collection<MetadataField> fields) {
        return Optional.of(new Evidence(EnumSet.copyOf(fields), Optional.empty()));
    }
}

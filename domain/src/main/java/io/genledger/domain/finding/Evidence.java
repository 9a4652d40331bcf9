package io.genledger.domain.finding;

import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a check came upon, before it has a code and a severity.
 *
 * @param evidence the fields it rests on
 * @param atStake the money it puts in question; empty where nobody can tell
 */
record Evidence(Set<MetadataField> evidence, Optional<UsdAmount> atStake) {

    /** Of something about these fields that puts no money in question. */
    static Optional<Evidence> about(MetadataField first, MetadataField... others) {
        return costing(UsdAmount.ZERO, first, others);
    }

    /** Of something about these fields that puts {@code amount} in question, whatever its sign. */
    static Optional<Evidence> costing(
            UsdAmount amount, MetadataField first, MetadataField... others) {
        return Optional.of(
                new Evidence(EnumSet.of(first, others), Optional.of(amount.magnitude())));
    }

    /** Of something about these fields that puts an unknown amount in question. */
    static Optional<Evidence> ofUnknown(Collection<MetadataField> fields) {
        return Optional.of(new Evidence(EnumSet.copyOf(fields), Optional.empty()));
    }
}

package io.genledger.ports.usecase.report;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import java.util.Optional;

/**
 * The spend of a group in the range before.
 *
 * @param requests the number of generations
 * @param spend their known spend
 * @param unknown the number of generations whose spend is unknown
 */
public record ComparedSpend(long requests, UsdAmount spend, long unknown) {

    /** That of no generation. */
    public static final ComparedSpend NONE = new ComparedSpend(0, UsdAmount.ZERO, 0);

    static ComparedSpend of(SpendTotals totals) {
        return new ComparedSpend(totals.requests(), totals.spend(), totals.unknownSpend());
    }

    ComparedSpend plus(ComparedSpend other) {
        return new ComparedSpend(
                Math.addExact(requests, other.requests),
                spend.plus(other.spend),
                Math.addExact(unknown, other.unknown));
    }

    /** The spend, unless that of every generation is unknown. */
    public Optional<UsdAmount> knownSpend() {
        return unknown > 0 && unknown == requests ? Optional.empty() : Optional.of(spend);
    }
}

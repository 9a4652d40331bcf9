package io.genledger.ports.usecase.report;

import io.genledger.domain.report.SpendQuery;
import java.util.Optional;

/**
 * A report to make.
 *
 * @param query selects and groups the generations
 * @param comparison the range before, with which each row is compared; empty for none
 * @param limits which rows are shown
 * @param needsWholeSpend whether the spend of all rows together is needed before the first row, for
 *     shares
 */
public record SpendRequest(
        SpendQuery query,
        Optional<Comparison> comparison,
        RowLimits limits,
        boolean needsWholeSpend) {

    /** A range with which to compare. */
    public enum Comparison {
        /** The range directly before, as long as the report's by the calendar. */
        PREVIOUS,
        /** The same dates a year earlier. */
        LAST_YEAR
    }

    /**
     * @throws IllegalArgumentException if it compares a report with subtotals
     */
    public SpendRequest {
        if (comparison.isPresent() && query.hasSubtotals()) {
            throw new IllegalArgumentException("subtotals are not compared");
        }
    }

    /** The same request of another query. */
    public SpendRequest with(SpendQuery other) {
        return new SpendRequest(other, comparison, limits, needsWholeSpend);
    }

    /** All rows of {@code query}. */
    public static SpendRequest of(SpendQuery query) {
        return new SpendRequest(query, Optional.empty(), RowLimits.NONE, false);
    }
}

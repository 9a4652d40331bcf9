package io.genledger.app.view.spend;

import io.genledger.app.view.generation.CostBasis;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.domain.metrics.Ratio;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.usecase.report.SpendSummary;
import java.util.List;
import java.util.Optional;

/**
 * The end of a report, after its last row.
 *
 * @param totals the figures of all rows together, also those that were not shown
 * @param omittedRows the number of rows that were not shown
 * @param percentileError by how much of its value a percentile may be off; empty without
 *     percentiles
 * @param basis how the upstream cost of BYOK calls in the sums is known; empty if none is
 * @param missing the generations that are missing from the sums
 * @param byokAllowances how much of the monthly allowances is used at the end of the range, or now
 *     if that is earlier; empty without BYOK calls
 */
public record ReportEnd(
        Figures totals,
        long omittedRows,
        Optional<Ratio> percentileError,
        Optional<CostBasis> basis,
        Missing missing,
        List<AllowanceView> byokAllowances) {

    /**
     * The numbers of generations that are missing from the sums of a report, or may change in them.
     *
     * @param pending tracked and not collected yet; empty for a lake, whose ledgers know it
     * @param givenUp tracked, and not found at OpenRouter after all attempts; empty for a lake
     * @param refused tracked, and refused by OpenRouter; empty for a lake
     * @param generations in the sums
     * @param provisional those of them of provisional documents, until their own record replaces
     *     them
     * @param unknownSpend those of them without a known spend
     */
    public record Missing(
            Optional<Long> pending,
            Optional<Long> givenUp,
            Optional<Long> refused,
            long generations,
            long provisional,
            long unknownSpend) {

        static Missing of(SpendSummary summary) {
            return new Missing(
                    summary.uncollected().map(Uncollected::pending),
                    summary.uncollected().map(Uncollected::givenUp),
                    summary.uncollected().map(Uncollected::refused),
                    summary.totals().requests(),
                    summary.totals().provisional(),
                    summary.totals().unknownSpend());
        }

        /** The number of tracked generations that are in no sum, as far as it is known. */
        public long uncollected() {
            return pending.orElse(0L) + givenUp.orElse(0L) + refused.orElse(0L);
        }
    }
}

package io.genledger.domain.report;

import io.genledger.domain.metrics.DurationPercentiles;
import java.util.List;
import java.util.Optional;

/**
 * One group of a report.
 *
 * @param group its value in each dimension of the query, in that order; empty where the records
 *     state none. A row of subtotals has the value of the first dimension only
 * @param totals the sums over the group
 * @param percentiles those of its durations; empty if the query does not ask for them
 */
public record SpendRow(
        List<Optional<String>> group,
        SpendTotals totals,
        Optional<DurationPercentiles> percentiles) {

    /** Copies the group. */
    public SpendRow {
        group = List.copyOf(group);
    }

    /** A row without percentiles. */
    public SpendRow(List<Optional<String>> group, SpendTotals totals) {
        this(group, totals, Optional.empty());
    }
}

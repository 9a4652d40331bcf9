package io.genledger.ports.usecase.report;

import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.Uncollected;
import java.util.Optional;

/**
 * The sums of a report, known after its last row.
 *
 * @param totals over all rows, also those that were not shown
 * @param before the spend of the range before; empty if rows were not compared
 * @param percentiles of the durations of all generations together; empty if they were not asked
 *     for, or there is no generation
 * @param uncollected the tracked generations that are in no sum; empty if they are not known
 * @param shown the number of rows that were shown, without those of other sums
 * @param omitted the number of rows that were not shown
 */
public record SpendSummary(
        SpendTotals totals,
        Optional<ComparedSpend> before,
        Optional<DurationPercentiles> percentiles,
        Optional<Uncollected> uncollected,
        long shown,
        long omitted) {}

package io.genledger.ports.testkit;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.report.ReportedGeneration;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sums generations that never change.
 *
 * @param generations all generations
 * @param uncollected the answer of each query
 * @param keepsSums whether the sums of every query are kept
 */
public record FixedSpendReader(
        List<ReportedGeneration> generations, Uncollected uncollected, boolean keepsSums)
        implements SpendReader {

    /** All sums are kept, and all generations are collected. */
    public static FixedSpendReader of(Generation... generations) {
        return new FixedSpendReader(
                List.of(generations).stream()
                        .map(one -> ReportedGeneration.of(one, SpendRule.OPENROUTER))
                        .toList(),
                Uncollected.NONE,
                true);
    }

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        SpendReport.of(query, generations).rows().forEach(rows);
        return Optional.of(uncollected);
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return keepsSums;
    }
}

package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static org.jooq.impl.DSL.max;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/**
 * The tables and the ranges from which a query is answered.
 *
 * @param isGrouped whether no two rows of these have the same period and dimensions
 */
record SpendPlan(SpendStatement statement, boolean isGrouped) {

    /** Plans by the days in which the ledger has generations. */
    static SpendPlan of(DSLContext sql, SpendQuery query) {
        LedgerDays ledger = new LedgerDays(LedgerZone.read(sql).id());
        Map<Integer, Integer> shards = lastShards(sql);
        Periods periods = Periods.of(query.dimensions());
        // Years without a generation have too many days for a statement.
        List<Segment> segments =
                ledger.around(List.copyOf(shards.keySet())).stream()
                        .flatMap(range ->
                                periods.between(range, query.range(), query.zone()).stream())
                        .toList();
        List<EntryDimension> dimensions =
                query.dimensions().stream()
                        .filter(dimension -> !dimension.isTime())
                        .map(SpendPlan::column)
                        .toList();
        SpendSources sources = SpendSources.of(dimensions, query.asOf());
        ReportRanges ranges =
                sources.rollups().isPresent()
                        ? ReportRanges.ofRollups(segments, ledger)
                        : ReportRanges.ofEntries(segments);
        ranges.micros().forEach(range -> PrunedEntries.requireFrom(sql, range.from()));
        SpendStatement statement = new SpendStatement(query, dimensions);
        sources.rollups()
                .ifPresent(rollups -> {
                    statement.add(rollups.days(), ranges.days());
                    statement.add(rollups.quarters(), ranges.quarters());
                });
        statement.add(sources.entries(), ranges.micros());
        return new SpendPlan(
                statement,
                dimensions.size() == 1
                        && ranges.areSingleDays()
                        && shards.values().stream().allMatch(shard -> shard == 0));
    }

    /** The days with generations, in order, and the last shard in which each has sums. */
    private static Map<Integer, Integer> lastShards(DSLContext sql) {
        return sql.select(ROLLUP_DAY_BY.BUCKET, max(ROLLUP_DAY_BY.SHARD))
                .from(ROLLUP_DAY_BY)
                .where(ROLLUP_DAY_BY.DIMENSION.eq(EntryDimension.ACCOUNT.code()))
                .groupBy(ROLLUP_DAY_BY.BUCKET)
                .orderBy(ROLLUP_DAY_BY.BUCKET)
                .fetchMap(ROLLUP_DAY_BY.BUCKET, max(ROLLUP_DAY_BY.SHARD));
    }

    private static EntryDimension column(Dimension dimension) {
        return dimension == Dimension.USER
                ? EntryDimension.EXTERNAL_USER
                : EntryDimension.valueOf(dimension.name());
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return statement.isEmpty();
    }

    /** The statement. */
    ResultQuery<Record> query(DSLContext sql) {
        return statement.build(sql, isGrouped);
    }
}

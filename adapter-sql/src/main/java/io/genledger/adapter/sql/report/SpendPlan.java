package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static org.jooq.impl.DSL.max;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.report.grouping.SketchRows;
import io.genledger.adapter.sql.report.grouping.SpendStatement;
import io.genledger.adapter.sql.report.range.LedgerDays;
import io.genledger.adapter.sql.report.range.Periods;
import io.genledger.adapter.sql.report.range.ReportRanges;
import io.genledger.adapter.sql.report.range.Segment;
import io.genledger.adapter.sql.report.range.SignedRange;
import io.genledger.adapter.sql.report.source.SpendSources;
import io.genledger.adapter.sql.report.source.SpendSources.Rollups;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.domain.report.SpendQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/**
 * The tables and the ranges from which a query is answered.
 *
 * @param query the query that the statement answers: without percentiles if sketches tell these
 * @param isGrouped whether no two rows of these are of the same group
 * @param sketches the sketches that tell the percentiles; empty if the query asks for none, or they
 *     are exact
 */
record SpendPlan(
        SpendStatement statement,
        SpendQuery query,
        boolean isGrouped,
        Optional<SketchRows> sketches) {

    /**
     * Plans by the days in which the ledger has generations.
     *
     * @param mostRead of more generations, sketches tell the percentiles, where they can
     */
    static SpendPlan of(DSLContext sql, SpendQuery asked, long mostRead) {
        LedgerDays ledger = new LedgerDays(LedgerZone.read(sql).id());
        Map<Integer, Integer> shards = lastShards(sql);
        Periods periods = Periods.of(asked);
        // Years without a generation have too many days for a statement.
        List<Segment> segments =
                ledger.around(List.copyOf(shards.keySet())).stream()
                        .flatMap(range -> periods.between(range, asked.range()).stream())
                        .toList();
        Optional<SketchRows> sketches =
                SketchedRange.rows(
                        sql,
                        asked,
                        ReportRanges.ofRollups(segments, periods, ledger, true),
                        mostRead);
        SpendQuery query = sketches.isPresent() ? withoutPercentiles(asked) : asked;
        SpendSources sources = SpendSources.of(query, Engine.of(sql));
        ReportRanges ranges =
                sources.rollups()
                        .map(rollups ->
                                ReportRanges.ofRollups(
                                        segments, periods, ledger, rollups.quarters().isPresent()))
                        .orElseGet(() -> ReportRanges.ofEntries(segments));
        ranges.micros().stream()
                .mapToLong(SignedRange::from)
                .min()
                .ifPresent(first -> PrunedEntries.requireFrom(sql, first));
        return new SpendPlan(
                statement(query, sources, ranges),
                query,
                // In a service's transaction, the statement may see a later state than the shards.
                Engine.of(sql).commits()
                        && groupsByOnlyOf(sources, query)
                        && ranges.areSingleDays()
                        && shards.values().stream().allMatch(shard -> shard == 0),
                sketches);
    }

    private static SpendStatement statement(
            SpendQuery query, SpendSources sources, ReportRanges ranges) {
        SpendStatement statement = new SpendStatement(query, TextDimension::of);
        sources.rollups()
                .ifPresent(rollups -> {
                    statement.add(rollups.days(), ranges.days());
                    rollups.quarters()
                            .ifPresent(quarters -> statement.add(quarters, ranges.quarters()));
                });
        statement.add(sources.entries(), ranges.micros());
        if (query.details().percentiles()) {
            statement.addDurations(sources.entries(), ranges);
        }
        return statement;
    }

    private static SpendQuery withoutPercentiles(SpendQuery query) {
        return query.with(new SpendQuery.Details(query.details().subtotals(), false));
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

    /** Whether the rollups distinguish nothing but a dimension by which the query groups. */
    private static boolean groupsByOnlyOf(SpendSources sources, SpendQuery query) {
        return sources.rollups()
                .flatMap(Rollups::only)
                .filter(only ->
                        query.dimensions().stream()
                                .filter(one -> !one.isTime())
                                .map(TextDimension::of)
                                .anyMatch(one ->
                                        !one.isPart() && one.column().equals(Optional.of(only))))
                .isPresent();
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

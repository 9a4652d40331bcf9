package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.report.grouping.SketchRows;
import io.genledger.adapter.sql.report.range.ReportRanges;
import io.genledger.adapter.sql.report.range.SignedRange;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.SpendSources;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.adapter.sql.sketch.SketchedDays;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.report.SpendQuery;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.DSLContext;

/** When percentiles are those of sketches. */
final class SketchedRange {

    private SketchedRange() {}

    /**
     * The sketches that tell the percentiles of {@code query}; empty if it asks for none, or they
     * are exact.
     *
     * @param ranges those of the rollups of days and quarters
     */
    static Optional<SketchRows> rows(
            DSLContext sql, SpendQuery query, ReportRanges ranges, long mostRead) {
        Optional<SpendSource> source = SpendSources.sketches(query, Engine.of(sql));
        if (source.isEmpty() || !areSketched(sql, ranges, mostRead)) {
            return Optional.empty();
        }
        SketchRows rows = new SketchRows(query);
        rows.add(source.get(), ranges.days());
        return Optional.of(rows);
    }

    /**
     * Whether {@code ranges} are whole days of which all have sketches, and either have more than
     * {@code mostRead} generations or have lost entries, so that exact percentiles cannot be read.
     */
    private static boolean areSketched(DSLContext sql, ReportRanges ranges, long mostRead) {
        if (!ranges.quarters().isEmpty() || !ranges.micros().isEmpty() || ranges.days().isEmpty()) {
            return false;
        }
        long first = ranges.days().stream().mapToLong(SignedRange::from).min().orElseThrow();
        return first >= SketchedDays.first(sql)
                && (isPruned(sql, first) || generations(sql, ranges) > mostRead);
    }

    private static boolean isPruned(DSLContext sql, long first) {
        return PrunedEntries.before(sql)
                .map(moment -> {
                    long last = Math.floorDiv(Moments.toMicros(moment) - 1, QUARTER_MICROS);
                    return LedgerZone.read(sql).dayOf(Math.toIntExact(last)) >= first;
                })
                .orElse(false);
    }

    /** Those of all filters: exact percentiles would read all of them. */
    private static long generations(DSLContext sql, ReportRanges ranges) {
        long first = ranges.days().stream().mapToLong(SignedRange::from).min().orElseThrow();
        long end = ranges.days().stream().mapToLong(SignedRange::to).max().orElseThrow();
        BigDecimal all =
                sql.select(sum(ROLLUP_DAY_BY.REQUESTS))
                        .from(ROLLUP_DAY_BY)
                        .where(ROLLUP_DAY_BY.DIMENSION.eq(inline(EntryDimension.ACCOUNT.code())))
                        .and(ROLLUP_DAY_BY.BUCKET.ge(inline(Math.toIntExact(first))))
                        .and(ROLLUP_DAY_BY.BUCKET.lt(inline(Math.toIntExact(end))))
                        .fetchSingle()
                        .value1();
        return all == null ? 0 : all.longValueExact();
    }
}

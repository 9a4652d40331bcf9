package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.sketch.SketchSums;
import java.util.List;
import org.jooq.DSLContext;

/**
 * The durations of one transaction's entries, gathered in memory first, so that each sketch is
 * touched once.
 */
final class SketchBatch {

    private static final int LATENCY = EntryRow.indexOf(ENTRY.LATENCY_US);
    private static final int GENERATION_TIME = EntryRow.indexOf(ENTRY.GENERATION_TIME_US);

    /** The durations for the days of one time zone. */
    private record Days(DayRollup rollup, SketchSums sums) {}

    private final List<Days> days;

    /** Sketches for the rows of {@code shard}, by the days of each of {@code rollups}. */
    SketchBatch(List<DayRollup> rollups, int shard) {
        this.days =
                rollups.stream().map(rollup -> new Days(rollup, new SketchSums(shard))).toList();
    }

    /** Adds the durations of an entry, or takes out those of one that the row cancels. */
    void add(int quarter, EntryRow row) {
        Long latency = row.figure(LATENCY);
        Long generationTime = row.figure(GENERATION_TIME);
        if (latency == null && generationTime == null) {
            return;
        }
        int[] values = new int[EntryDimension.combined().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.number(EntryDimension.combined().get(i));
        }
        for (Days one : days) {
            if (quarter < one.rollup().before()) {
                int day = one.rollup().zone().dayOf(quarter);
                one.sums().add(day, values, row.sign(), latency, generationTime);
            }
        }
    }

    /** Writes all sketches. */
    void write(DSLContext sql) {
        days.forEach(one -> one.rollup().sketches().add(sql, one.sums()));
    }
}

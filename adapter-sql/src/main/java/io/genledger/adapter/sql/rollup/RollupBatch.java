package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryRow;
import java.util.List;
import org.jooq.DSLContext;

/**
 * The entries of one transaction, summed in memory first, so that it touches each row of a rollup
 * once.
 */
public final class RollupBatch {

    private static final RollupStatement QUARTER = new RollupStatement(ROLLUP_QUARTER);

    private final DSLContext sql;
    private final RollupSums quarters;
    private final List<DayBatch> days;
    private final SketchBatch sketches;

    /** Sums for the rows of {@code shard}. */
    public RollupBatch(DSLContext sql, int shard) {
        this.sql = sql;
        this.quarters = new RollupSums(shard);
        List<DayRollup> rollups = DayRollup.read(sql);
        this.days = rollups.stream().map(rollup -> new DayBatch(rollup, shard)).toList();
        this.sketches = new SketchBatch(rollups, shard);
    }

    /** Adds an entry, or subtracts one that the row cancels. */
    public void add(EntryRow row) {
        int quarter =
                Math.toIntExact(Math.floorDiv(row.required(ENTRY.CREATED_US), QUARTER_MICROS));
        long[] sums = Sums.of(row);
        quarters.add(quarter, row, EntryDimension.combined(), sums);
        days.forEach(day -> day.add(quarter, row, sums));
        sketches.add(quarter, row);
    }

    /** Writes all sums. */
    public void write() {
        QUARTER.add(sql, quarters);
        days.forEach(day -> day.write(sql, quarters));
        sketches.write(sql);
    }
}

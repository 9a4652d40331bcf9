package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER_BY;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The entries of one transaction, summed in memory first, so that it touches each row of a rollup
 * once.
 */
public final class RollupBatch {

    private static final RollupStatement QUARTER = new RollupStatement(ROLLUP_QUARTER);
    private static final RollupStatement QUARTER_BY = new RollupStatement(ROLLUP_QUARTER_BY);

    private static final long QUARTER_MICROS = 900_000_000;

    /** The bucket and the shard come before the dimensions. */
    private static final int DIMENSIONS_START = 2;

    private final int shard;
    private final Map<RollupKey, long[]> quarters = new HashMap<>();
    private final Map<RollupKey, long[]> quartersBy = new HashMap<>();

    /** Sums for the rows of {@code shard}. */
    public RollupBatch(int shard) {
        this.shard = shard;
    }

    /** Adds an entry, or subtracts one that the row cancels. */
    public void add(EntryRow row) {
        int quarter =
                Math.toIntExact(Math.floorDiv(row.required(ENTRY.CREATED_US), QUARTER_MICROS));
        long[] sums = Sums.of(row);
        add(quarters, combinedKey(quarter, row), sums);
        for (EntryDimension dimension : EntryDimension.alone()) {
            add(quartersBy, by(dimension.code(), quarter, row.number(dimension)), sums);
        }
    }

    private RollupKey combinedKey(int quarter, EntryRow row) {
        List<EntryDimension> dimensions = EntryDimension.combined();
        int[] key = new int[DIMENSIONS_START + dimensions.size()];
        key[0] = quarter;
        key[1] = shard;
        for (int i = 0; i < dimensions.size(); i++) {
            key[DIMENSIONS_START + i] = row.number(dimensions.get(i));
        }
        return new RollupKey(key);
    }

    private static void add(Map<RollupKey, long[]> all, RollupKey key, long[] sums) {
        long[] present = all.get(key);
        if (present == null) {
            all.put(key, sums.clone());
        } else {
            Sums.add(present, sums);
        }
    }

    /** Writes all sums. */
    public void write(DSLContext sql) {
        if (quarters.isEmpty()) {
            return;
        }
        QUARTER.add(sql, quarters);
        QUARTER_BY.add(sql, quartersBy);
        DayRollup.read(sql).forEach(rollup -> write(sql, rollup));
    }

    private void write(DSLContext sql, DayRollup rollup) {
        Map<RollupKey, long[]> days = new HashMap<>();
        quarters.forEach((key, sums) -> {
            if (key.part(0) < rollup.before()) {
                add(days, key.withFirst(rollup.zone().dayOf(key.part(0))), sums);
            }
        });
        rollup.day().add(sql, days);
        rollup.dayBy().add(sql, daysBy(rollup, days));
    }

    private Map<RollupKey, long[]> daysBy(DayRollup rollup, Map<RollupKey, long[]> days) {
        Map<RollupKey, long[]> daysBy = new HashMap<>();
        List<EntryDimension> combined = EntryDimension.combined();
        days.forEach((key, sums) -> {
            for (int i = 0; i < combined.size(); i++) {
                int value = key.part(DIMENSIONS_START + i);
                add(daysBy, by(combined.get(i).code(), key.part(0), value), sums);
            }
        });
        quartersBy.forEach((key, sums) -> {
            int quarter = key.part(1);
            if (quarter < rollup.before()) {
                int day = rollup.zone().dayOf(quarter);
                add(daysBy, by(key.part(0), day, key.part(3)), sums);
            }
        });
        return daysBy;
    }

    /** The key of a single dimension's row. */
    private RollupKey by(int dimension, int bucket, int value) {
        return new RollupKey(dimension, bucket, shard, value);
    }
}

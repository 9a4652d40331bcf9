package io.genledger.adapter.sql.rollup;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryRow;
import org.jooq.DSLContext;

/** The entries of one transaction, summed by the days of one time zone. */
final class DayBatch {

    private final DayRollup rollup;
    private final int shard;

    /** The products of the dimensions that the rollup sums one by one: few in a day. */
    private final RollupSums products;

    DayBatch(DayRollup rollup, int shard) {
        this.rollup = rollup;
        this.shard = shard;
        this.products = new RollupSums(shard);
    }

    void add(int quarter, EntryRow row, long[] sums) {
        if (quarter < rollup.before()) {
            products.add(rollup.zone().dayOf(quarter), row, EntryDimension.alone(), sums);
        }
    }

    /**
     * Writes all sums.
     *
     * @param quarters the same entries by quarters
     */
    void write(DSLContext sql, RollupSums quarters) {
        RollupSums days = new RollupSums(shard);
        quarters.forEach((key, sums) -> {
            if (key.part(0) < rollup.before()) {
                days.add(key.withFirst(rollup.zone().dayOf(key.part(0))), sums);
            }
        });
        rollup.day().add(sql, days);
        RollupSums daysBy = new RollupSums(shard);
        daysBy.addEach(days, EntryDimension.combined());
        daysBy.addEach(products, EntryDimension.alone());
        rollup.dayBy().add(sql, daysBy);
    }
}

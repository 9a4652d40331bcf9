package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;
import static org.jooq.impl.DSL.noCondition;

import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.adapter.sql.sketch.EntrySketches;
import io.genledger.adapter.sql.sketch.SketchStatement;
import io.genledger.adapter.sql.sketch.SketchedDays;
import io.genledger.adapter.sql.statement.Moments;
import org.jooq.DSLContext;

/** Makes the sketches of a ledger of an earlier schema version, from its entries. */
public final class SketchFill {

    /** The first schema version with sketches. */
    public static final int VERSION = 14;

    private SketchFill() {}

    /** Makes all, within the transaction that has created the table, with two days in memory. */
    public static void run(DSLContext sql) {
        LedgerZone zone = LedgerZone.read(sql);
        SketchStatement sketches = new SketchStatement(ROLLUP_SKETCH);
        EntrySketches.read(
                sql, noCondition(), zone::dayOf, (day, sums) -> sketches.insert(sql, sums));
        PrunedEntries.before(sql)
                .map(Moments::toMicros)
                .ifPresent(micros -> {
                    int first = Math.toIntExact(micros / QUARTER_MICROS);
                    SketchedDays.begin(sql, zone.dayOf(first) + 1);
                });
    }
}

package io.genledger.adapter.sql.sketch;

import io.genledger.adapter.sql.statement.NamedSetting;
import org.jooq.DSLContext;

/**
 * The days whose sketches are complete: all, unless entries had been pruned when the sketches of a
 * ledger of an earlier version were made.
 */
public final class SketchedDays {

    private static final NamedSetting FIRST = new NamedSetting("sketches_from_day");

    private SketchedDays() {}

    /** The first of them, numbered since 1970; {@link Integer#MIN_VALUE} if all are complete. */
    public static int first(DSLContext sql) {
        return FIRST.read(sql).map(Integer::valueOf).orElse(Integer.MIN_VALUE);
    }

    /** Keeps that days before {@code day} are not complete. */
    public static void begin(DSLContext sql, int day) {
        FIRST.write(sql, Integer.toString(day));
    }
}

package io.genledger.adapter.sql.sketch;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.entry.EntryDimension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The durations of recorded entries, read in the order of their time, so that those of two days are
 * in memory at most.
 */
public final class EntrySketches {

    /** The columns before the dimensions: the time, the sign and two durations. */
    private static final int DIMENSIONS_START = 5;

    private final IntUnaryOperator dayOf;
    private final DayReader days;
    private final TreeMap<Integer, SketchSums> open = new TreeMap<>();

    private EntrySketches(IntUnaryOperator dayOf, DayReader days) {
        this.dayOf = dayOf;
        this.days = days;
    }

    /** Reads the durations of a day, by keys of shard 0. */
    @FunctionalInterface
    public interface DayReader {

        /** Called once a day, in the order of days. */
        void read(int day, SketchSums sums);
    }

    /**
     * Reads entries.
     *
     * @param entries selects them
     * @param dayOf the day in which a quarter of an hour begins
     * @param days reads the durations of each day with entries
     */
    public static void read(
            DSLContext sql, Condition entries, IntUnaryOperator dayOf, DayReader days) {
        List<Field<?>> columns =
                new ArrayList<>(
                        List.of(
                                ENTRY.CREATED_US,
                                ENTRY.SIGN,
                                ENTRY.LATENCY_US,
                                ENTRY.GENERATION_TIME_US));
        EntryDimension.combined().forEach(one -> columns.add(one.column()));
        EntrySketches all = new EntrySketches(dayOf, days);
        Streamed.read(
                sql,
                DSL.select(columns).from(ENTRY).where(entries).orderBy(ENTRY.CREATED_US),
                all::add);
        all.pass(Integer.MAX_VALUE);
    }

    private void add(ResultSet row) throws SQLException {
        int quarter = Math.toIntExact(Math.floorDiv(row.getLong(1), QUARTER_MICROS));
        int day = dayOf.applyAsInt(quarter);
        SketchSums sums = open.get(day);
        if (sums == null) {
            // A clock may be set back to the day before, but no further.
            pass(day - 1);
            sums = new SketchSums(0);
            open.put(day, sums);
        }
        int[] values = new int[EntryDimension.combined().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getInt(DIMENSIONS_START + i);
        }
        sums.add(day, values, row.getInt(2), micros(row, 3), micros(row, 4));
    }

    private static @Nullable Long micros(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : micros;
    }

    /** Passes on the days before {@code end}. */
    private void pass(int end) {
        while (!open.isEmpty() && open.firstKey() < end) {
            var first = open.pollFirstEntry();
            days.read(first.getKey(), first.getValue());
        }
    }
}

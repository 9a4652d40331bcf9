package io.genledger.adapter.sql.finding;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_FINDING;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.period.TimeRange;
import org.jooq.Condition;

/**
 * A range of time as whole days, UTC, and the parts of days before and after them.
 *
 * @param since the first microsecond in it
 * @param until the first microsecond after it
 * @param firstDay the first whole day, numbered since 1970
 * @param lastDay the first day after the whole days; not before {@code firstDay}
 */
record DayRange(long since, long until, int firstDay, int lastDay) {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /** After the last time that a ledger records, in the year 9999. */
    private static final long END = 3_000_000 * MICROS_PER_DAY;

    static DayRange of(TimeRange range) {
        long since = range.since().map(Moments::toMicrosUp).map(DayRange::bounded).orElse(0L);
        long until = range.until().map(Moments::toMicrosUp).map(DayRange::bounded).orElse(END);
        int firstDay = Math.toIntExact(Math.ceilDiv(since, MICROS_PER_DAY));
        int lastDay = Math.max(firstDay, Math.toIntExact(until / MICROS_PER_DAY));
        return new DayRange(since, until, firstDay, lastDay);
    }

    private static long bounded(long micros) {
        return Math.clamp(micros, 0L, END);
    }

    /** The rows of the whole days. */
    Condition wholeDays() {
        return ROLLUP_FINDING.DAY.ge(firstDay).and(ROLLUP_FINDING.DAY.lt(lastDay));
    }

    /** The entries in the part of a day before the whole days. */
    Condition before() {
        return created(since, Math.min(until, firstDay * MICROS_PER_DAY));
    }

    /** The entries in the part of a day after the whole days. */
    Condition after() {
        return created(Math.max(since, lastDay * MICROS_PER_DAY), until);
    }

    /** The entries of one day that are in the range. */
    Condition day(int day) {
        return created(
                Math.max(since, day * MICROS_PER_DAY), Math.min(until, (day + 1) * MICROS_PER_DAY));
    }

    /** All entries in the range. */
    Condition all() {
        return created(since, until);
    }

    private static Condition created(long since, long until) {
        return ENTRY.CREATED_US.ge(since).and(ENTRY.CREATED_US.lt(until));
    }
}

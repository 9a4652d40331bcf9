package io.genledger.adapter.sql.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.stream.LongStream;

/**
 * The beginnings of the days of the ledger's zone, in quarters of an hour since 1970. A quarter
 * belongs to the day in which it begins.
 */
record LedgerDays(ZoneId zone) {

    private static final int QUARTER_SECONDS = 900;

    /** The first quarter of a day that is numbered since 1970, or of the next one that has any. */
    long startOf(long day) {
        long second = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
        return Math.ceilDiv(second, QUARTER_SECONDS);
    }

    /** A moment before which no quarter of {@code day} begins. */
    Instant before(long day) {
        return instant(startOf(day));
    }

    /** A moment after every quarter of {@code day}, also if the clock was set back to it. */
    Instant after(long day) {
        return instant(startOf(day + 2));
    }

    /**
     * The day whose beginning is nearest to the beginning of {@code quarter}, and parts the
     * quarters of earlier days from those of later ones.
     */
    long nearestTo(long quarter) {
        long day = LocalDate.ofInstant(instant(quarter), zone).toEpochDay();
        return LongStream.rangeClosed(day - 1, day + 2)
                .filter(this::isUndivided)
                .boxed()
                .min(Comparator.comparingLong(some -> Math.abs(startOf(some) - quarter)))
                .orElseThrow();
    }

    /** False if the clock was set back to the day before after {@code day} had begun. */
    private boolean isUndivided(long day) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(instant(startOf(day)));
        return change == null || change.getDateTimeAfter().toLocalDate().toEpochDay() >= day;
    }

    private static Instant instant(long quarter) {
        return Instant.ofEpochSecond(quarter * QUARTER_SECONDS);
    }
}

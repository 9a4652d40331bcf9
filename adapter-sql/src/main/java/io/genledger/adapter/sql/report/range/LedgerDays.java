package io.genledger.adapter.sql.report.range;

import io.genledger.domain.period.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The beginnings of the days of the ledger's zone, in quarters of an hour since 1970. A quarter
 * belongs to the day in which it begins.
 */
public record LedgerDays(ZoneId zone) {

    private static final int QUARTER_SECONDS = 900;

    /** A range of its own is cheaper than the periods of a longer gap. */
    private static final int GAP = 31;

    /** The first quarter of a day that is numbered since 1970, or of the next one that has any. */
    long startOf(long day) {
        long second = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
        return Math.ceilDiv(second, QUARTER_SECONDS);
    }

    /**
     * The ranges of time that contain all quarters of some days.
     *
     * @param days numbered since 1970, in ascending order
     */
    public List<TimeRange> around(List<Integer> days) {
        List<TimeRange> ranges = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < days.size(); i++) {
            boolean isLast = i + 1 == days.size();
            if (isLast || days.get(i + 1) - days.get(i) > GAP) {
                ranges.add(around(days.get(first), days.get(i)));
                first = i + 1;
            }
        }
        return ranges;
    }

    /** One more day, because a clock may be set back to the day before. */
    private TimeRange around(int first, int last) {
        return new TimeRange(
                Optional.of(instant(startOf(first))), Optional.of(instant(startOf(last + 2))));
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

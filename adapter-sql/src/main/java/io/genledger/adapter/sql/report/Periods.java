package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The periods by which a report groups: days or months of a time zone, or all of its time. The
 * number of a day is {@value #MONTH} times the number of its month, which is counted from the year
 * 0, and the day of the month; the number of a month has 0 for the day.
 */
enum Periods {
    /** One period without bounds, numbered 0. */
    WHOLE,
    /** The calendar days. */
    DAYS,
    /** The calendar months. */
    MONTHS;

    /** The difference of the numbers of two months. */
    static final int MONTH = 100;

    private static final YearMonth EPOCH = YearMonth.of(1970, 1);

    /** The shortest periods that the dimensions distinguish. */
    static Periods of(List<Dimension> dimensions) {
        if (dimensions.contains(Dimension.DAY)) {
            return DAYS;
        }
        return dimensions.contains(Dimension.MONTH) ? MONTHS : WHOLE;
    }

    /** The text of a period in one of the dimensions of time. */
    static String text(Dimension dimension, long period) {
        YearMonth month = EPOCH.with(ChronoField.PROLEPTIC_MONTH, period / MONTH);
        return dimension == Dimension.DAY
                ? month.atDay((int) (period % MONTH)).toString()
                : month.toString();
    }

    /**
     * The parts of the time that two ranges have in common, in order, each as long as it can be.
     *
     * @param bounded a range with both bounds
     */
    List<Segment> between(TimeRange bounded, TimeRange other, ZoneId zone) {
        List<Segment> segments = new ArrayList<>();
        Instant start = bounded.since().orElseThrow();
        Instant until = bounded.until().orElseThrow();
        start = other.since().filter(start::isBefore).orElse(start);
        until = other.until().filter(until::isAfter).orElse(until);
        while (start.isBefore(until)) {
            long period = numberAt(start, zone);
            Instant end = nextChange(start, zone);
            while (end.isBefore(until) && numberAt(end, zone) == period) {
                end = nextChange(end, zone);
            }
            end = end.isBefore(until) ? end : until;
            segments.add(new Segment(period, Moments.toMicrosUp(start), Moments.toMicrosUp(end)));
            start = end;
        }
        return segments;
    }

    private long numberAt(Instant moment, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        long month = MONTH * day.getLong(ChronoField.PROLEPTIC_MONTH);
        return switch (this) {
            case WHOLE -> 0;
            case DAYS -> month + day.getDayOfMonth();
            case MONTHS -> month;
        };
    }

    /** The next midnight, or the next change of the clock if that is earlier. */
    private static Instant nextChange(Instant moment, ZoneId zone) {
        Instant midnight =
                LocalDate.ofInstant(moment, zone)
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(zone.getRules().getOffset(moment));
        ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
        return change == null || midnight.isBefore(change.getInstant())
                ? midnight
                : change.getInstant();
    }
}

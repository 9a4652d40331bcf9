package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** The periods by which a report groups: days or months of a time zone, or all of its time. */
enum Periods {
    /** One period without bounds. */
    WHOLE {
        @Override
        long of(LocalDate day) {
            return 0;
        }

        @Override
        LocalDate dayOf(long period) {
            throw new IllegalStateException("a report without days or months has no day");
        }
    },
    /** Numbered by the days since 1970. */
    DAYS {
        @Override
        long of(LocalDate day) {
            return day.toEpochDay();
        }

        @Override
        LocalDate dayOf(long period) {
            return LocalDate.ofEpochDay(period);
        }
    },
    /** Numbered by the months since the year 0. */
    MONTHS {
        @Override
        long of(LocalDate day) {
            return day.getLong(ChronoField.PROLEPTIC_MONTH);
        }

        @Override
        LocalDate dayOf(long period) {
            return LocalDate.EPOCH.with(ChronoField.PROLEPTIC_MONTH, period);
        }
    };

    /** The shortest periods that the dimensions distinguish. */
    static Periods of(List<Dimension> dimensions) {
        if (dimensions.contains(Dimension.DAY)) {
            return DAYS;
        }
        return dimensions.contains(Dimension.MONTH) ? MONTHS : WHOLE;
    }

    /** The number of the period in which a day lies. */
    abstract long of(LocalDate day);

    /** A day in the period of that number. */
    abstract LocalDate dayOf(long period);

    /** The text of a period in one of the dimensions of time. */
    String text(Dimension dimension, long period) {
        LocalDate day = dayOf(period);
        return dimension == Dimension.DAY ? day.toString() : YearMonth.from(day).toString();
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
            segments.add(
                    new Segment(period, Moments.toMicrosUp(start), Moments.toMicrosUp(end)));
            start = end;
        }
        return segments;
    }

    private long numberAt(Instant moment, ZoneId zone) {
        return of(LocalDate.ofInstant(moment, zone));
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

package io.genledger.adapter.sql.report.range;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The periods by which a report groups, as numbers that rise with time: a day by its number since
 * 1970, a week by that of its first day, a month by its number since the year 0. Of hours, it has
 * the clock's offset in seconds only, from which {@link HourNumber} computes them.
 *
 * @param times the dimensions of time; none for one period without bounds
 */
public record Periods(List<Dimension> times, ZoneId zone, DayOfWeek startOfWeek) {

    private static final YearMonth EPOCH = YearMonth.of(1970, 1);

    /** The periods of {@code query}. */
    public static Periods of(SpendQuery query) {
        return new Periods(
                query.dimensions().stream().filter(Dimension::isTime).toList(),
                query.zone(),
                query.startOfWeek());
    }

    /** The text of a period of a dimension. */
    public static String text(Dimension time, long number) {
        return switch (time) {
            case HOUR -> HourNumber.text(number);
            case MONTH -> EPOCH.with(ChronoField.PROLEPTIC_MONTH, number).toString();
            default -> LocalDate.ofEpochDay(number).toString();
        };
    }

    /**
     * The parts of the time that two ranges have in common, in order, each as long as it can be.
     *
     * @param bounded a range with both bounds
     */
    public List<Segment> between(TimeRange bounded, TimeRange other) {
        List<Segment> segments = new ArrayList<>();
        Instant start = bounded.since().orElseThrow();
        Instant until = bounded.until().orElseThrow();
        start = other.since().filter(start::isBefore).orElse(start);
        until = other.until().filter(until::isAfter).orElse(until);
        while (start.isBefore(until)) {
            List<Long> periods = at(start);
            Instant end = nextChange(start);
            while (end.isBefore(until) && at(end).equals(periods)) {
                end = nextChange(end);
            }
            end = end.isBefore(until) ? end : until;
            segments.add(new Segment(periods, Moments.toMicrosUp(start), Moments.toMicrosUp(end)));
            start = end;
        }
        return segments;
    }

    private List<Long> at(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return times.stream().map(time -> number(time, local)).toList();
    }

    private Long number(Dimension time, ZonedDateTime local) {
        return switch (time) {
            case HOUR -> (long) local.getOffset().getTotalSeconds();
            case MONTH -> local.getLong(ChronoField.PROLEPTIC_MONTH);
            case WEEK ->
                    local.toLocalDate()
                            .with(TemporalAdjusters.previousOrSame(startOfWeek))
                            .toEpochDay();
            default -> local.toLocalDate().toEpochDay();
        };
    }

    /** The next midnight, or the next change of the clock if that is earlier. */
    private Instant nextChange(Instant moment) {
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

    /** The place of the clock's offset among the numbers of the periods; -1 without hours. */
    int offsetIndex() {
        return times.indexOf(Dimension.HOUR);
    }
}

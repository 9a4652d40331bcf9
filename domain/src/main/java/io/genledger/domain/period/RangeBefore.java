package io.genledger.domain.period;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * The range with which another one is compared. It ends at the same part as the other if that lasts
 * until after the present.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="rangeBefore"}
 *
 * @param start the first local moment of the compared range
 * @param end the first local moment after the compared range
 * @param before the range before it
 * @param zone the time zone of local moments
 * @param isYearBefore whether {@code before} has the same dates a year earlier
 */
public record RangeBefore(
        LocalDateTime start,
        LocalDateTime end,
        TimeRange before,
        ZoneId zone,
        boolean isYearBefore) {

    /**
     * The range directly before {@code range}: that many months before if it is of whole months, or
     * days if it is of whole days, else as long as it is.
     *
     * @param range without an end, it ends with today
     * @throws IllegalArgumentException if {@code range} has no beginning
     */
    public static RangeBefore previous(TimeRange range, ZoneId zone, Instant now) {
        LocalDateTime start = start(range, zone);
        LocalDateTime end = end(range, zone, now);
        return of(start, end, length(start, end), zone, now, false);
    }

    /**
     * The range of the same dates a year before {@code range}.
     *
     * @param range without an end, it ends with today
     * @throws IllegalArgumentException if {@code range} has no beginning
     */
    public static RangeBefore lastYear(TimeRange range, ZoneId zone, Instant now) {
        return of(start(range, zone), end(range, zone, now), Period.ofYears(1), zone, now, true);
    }

    private static RangeBefore of(
            LocalDateTime start,
            LocalDateTime end,
            TemporalAmount shift,
            ZoneId zone,
            Instant now,
            boolean isYearBefore) {
        LocalDateTime present = LocalDateTime.ofInstant(now, zone);
        LocalDateTime reached = end.isAfter(present) && present.isAfter(start) ? present : end;
        TimeRange before =
                new TimeRange(
                        Optional.of(start.minus(shift).atZone(zone).toInstant()),
                        Optional.of(reached.minus(shift).atZone(zone).toInstant()));
        return new RangeBefore(start, end, before, zone, isYearBefore);
    }

    private static LocalDateTime start(TimeRange range, ZoneId zone) {
        return range.since()
                .map(since -> LocalDateTime.ofInstant(since, zone))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "a range without a beginning has none before"));
    }

    private static LocalDateTime end(TimeRange range, ZoneId zone, Instant now) {
        return range.until()
                .map(until -> LocalDateTime.ofInstant(until, zone))
                .orElseGet(() -> now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay());
    }

    private static TemporalAmount length(LocalDateTime start, LocalDateTime end) {
        boolean areDays =
                start.toLocalTime().equals(LocalTime.MIDNIGHT)
                        && end.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (areDays && start.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
            return Period.ofMonths((int) ChronoUnit.MONTHS.between(start, end));
        }
        return areDays
                ? Period.ofDays((int) ChronoUnit.DAYS.between(start, end))
                : Duration.between(start, end);
    }

    /**
     * The hour, day, week or month that has the same place in the compared range as {@code bucket}
     * has in the range before it; empty if the compared range has fewer. An hour or day a year
     * before has the same date, and the 29th of February none.
     *
     * @param unit {@link ChronoUnit#HOURS}, {@code DAYS}, {@code WEEKS} or {@code MONTHS}
     * @param bucket as reports write it, ISO 8601: an hour with its offset, a day, the first day of
     *     a week, or a month
     */
    public Optional<String> placeOf(ChronoUnit unit, String bucket, DayOfWeek startOfWeek) {
        LocalDateTime first = LocalDateTime.ofInstant(before.since().orElseThrow(), zone);
        return switch (unit) {
            case HOURS -> hour(first, bucket);
            case DAYS -> day(first.toLocalDate(), LocalDate.parse(bucket));
            case WEEKS ->
                    dayAt(
                            week(start, startOfWeek)
                                    .plusDays(
                                            ChronoUnit.DAYS.between(
                                                    week(first, startOfWeek),
                                                    LocalDate.parse(bucket))));
            case MONTHS -> month(first, YearMonth.parse(bucket));
            default -> throw new IllegalArgumentException("no bucket of " + unit);
        };
    }

    private Optional<String> hour(LocalDateTime first, String bucket) {
        LocalDateTime local =
                OffsetDateTime.parse(bucket).atZoneSameInstant(zone).toLocalDateTime();
        if (isYearBefore && isLeapDay(local.toLocalDate())) {
            return Optional.empty();
        }
        long place = ChronoUnit.HOURS.between(first.truncatedTo(ChronoUnit.HOURS), local);
        LocalDateTime hour =
                isYearBefore
                        ? local.plusYears(1)
                        : start.truncatedTo(ChronoUnit.HOURS).plusHours(place);
        return hour.isBefore(end)
                ? Optional.of(
                        hour.atZone(zone)
                                .toOffsetDateTime()
                                .truncatedTo(ChronoUnit.HOURS)
                                .toString())
                : Optional.empty();
    }

    private Optional<String> day(LocalDate first, LocalDate bucket) {
        if (!isYearBefore) {
            return dayAt(start.toLocalDate().plusDays(ChronoUnit.DAYS.between(first, bucket)));
        }
        return isLeapDay(bucket) ? Optional.empty() : dayAt(bucket.plusYears(1));
    }

    private Optional<String> dayAt(LocalDate day) {
        return day.atStartOfDay().isBefore(end) ? Optional.of(day.toString()) : Optional.empty();
    }

    private static boolean isLeapDay(LocalDate day) {
        return day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == 29;
    }

    private Optional<String> month(LocalDateTime first, YearMonth bucket) {
        YearMonth month =
                YearMonth.from(start)
                        .plusMonths(ChronoUnit.MONTHS.between(YearMonth.from(first), bucket));
        return month.atDay(1).atStartOfDay().isBefore(end)
                ? Optional.of(month.toString())
                : Optional.empty();
    }

    private static LocalDate week(LocalDateTime moment, DayOfWeek startOfWeek) {
        return moment.toLocalDate().with(TemporalAdjusters.previousOrSame(startOfWeek));
    }
}

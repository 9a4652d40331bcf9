package io.genledger.app.page;

import io.genledger.app.option.UsageException;
import io.genledger.domain.report.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The range of a file as the page's addresses name it, and the unit of its buckets, by the rules of
 * the page's module bucket.js.
 *
 * @param from the first day, or the first moment
 * @param to the last day, or the first moment after the range
 * @param unit hour, day, week or month
 */
record Buckets(String from, String to, Dimension unit) {

    /** The most bars that a chart has. */
    private static final long MOST = 400;

    /**
     * @param named the unit that the user named
     * @throws UsageException if that makes too many bars
     */
    static Buckets of(Instant since, Instant until, ZoneId zone, Optional<Dimension> named) {
        boolean isDays = isMidnight(since, zone) && isMidnight(until, zone);
        long days = Math.max(1, Duration.between(since, until).plusHours(12).toDays());
        Duration length = isDays ? Duration.ofDays(days) : Duration.between(since, until);
        Dimension unit = named.orElseGet(() -> unitOf(length));
        if (named.isPresent() && length.dividedBy(lengthOf(unit)) >= MOST) {
            throw new UsageException(
                    "--html draws at most %d bars: name --by %s, or a shorter period"
                            .formatted(MOST, unitOf(length).label()));
        }
        return isDays
                ? new Buckets(day(since, zone), day(until.minusNanos(1), zone), unit)
                : new Buckets(since.toString(), until.toString(), unit);
    }

    private static boolean isMidnight(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    /** The unit that leaves a readable number of bars. */
    private static Dimension unitOf(Duration length) {
        long days = length.toDays();
        return days <= 3
                ? Dimension.HOUR
                : days <= 100 ? Dimension.DAY : days <= 2 * 366 ? Dimension.WEEK : Dimension.MONTH;
    }

    private static Duration lengthOf(Dimension unit) {
        return switch (unit) {
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            default -> Duration.ofDays(30);
        };
    }
}

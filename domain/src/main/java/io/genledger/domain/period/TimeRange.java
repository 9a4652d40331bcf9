package io.genledger.domain.period;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A period of time, open on a side without a bound.
 *
 * @param since the first moment in it
 * @param until the first moment after it
 */
public record TimeRange(Optional<Instant> since, Optional<Instant> until) {

    /** All of time. */
    public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public TimeRange {
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            throw new IllegalArgumentException(
                    "a period must not end at "
                            + until.get()
                            + ", before it begins at "
                            + since.get());
        }
    }

    /**
     * The period between two bounds.
     *
     * @param first the first day, month or moment in it
     * @param last the last day or month in it, or the first moment after it
     * @param zone the time zone in which days and months begin
     * @throws IllegalArgumentException if there is no moment between the bounds
     */
    public static TimeRange between(
            Optional<DateBound> first, Optional<DateBound> last, ZoneId zone) {
        Optional<Instant> since = first.map(bound -> bound.startIn(zone));
        Optional<Instant> until = last.map(bound -> bound.endIn(zone));
        if (since.isPresent() && until.isPresent() && !until.get().isAfter(since.get())) {
            throw new IllegalArgumentException(
                    "a period from " + first.get() + " to " + last.get() + " is empty");
        }
        return new TimeRange(since, until);
    }

    /** The calendar month in which {@code moment} lies. */
    public static TimeRange monthOf(Instant moment, ZoneId zone) {
        Optional<DateBound> month =
                Optional.of(DateBound.parse(YearMonth.from(moment.atZone(zone)).toString()));
        return between(month, month, zone);
    }

    /** Whether {@code moment} lies in it. */
    public boolean contains(Instant moment) {
        return since.map(first -> !moment.isBefore(first)).orElse(true)
                && until.map(moment::isBefore).orElse(true);
    }
}

package io.genledger.app.option;

import io.genledger.app.option.convert.PeriodConverter;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.option.convert.ZoneConverter;
import io.genledger.domain.period.DateBound;
import io.genledger.domain.period.PeriodText;
import io.genledger.domain.period.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that limit a command to a time range. */
public final class TimeRangeOptions {

    @Option(
            names = {"-s", "--since"},
            paramLabel = "DATE",
            converter = PeriodConverter.class,
            description =
                    "First day (2025-08-01, 20250801, yesterday, 7d-ago), month (2025-08) or year"
                            + " (2025), or start time (2025-08-01T12:00:00Z).")
    private @Nullable PeriodText since;

    @Option(
            names = {"-u", "--until"},
            paramLabel = "DATE",
            converter = PeriodConverter.class,
            description = "Last day, month or year, inclusive; or end time, exclusive.")
    private @Nullable PeriodText until;

    @Option(
            names = "--last",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            description =
                    "Period in place of --since and --until: 7d, 2w or 3m that end with today, the"
                            + " 24h until now, today, yesterday, this-week, last-month, 2025-08.")
    private @Nullable PeriodText last;

    @Option(
            names = {"-z", "--timezone"},
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description =
                    "Time zone of days and months, e.g. Europe/Berlin. Default: that of the"
                            + " ledger (see genledger config timezone).")
    private @Nullable ZoneId zone;

    @Option(
            names = {"-w", "--start-of-week"},
            paramLabel = "START",
            converter = WordConverter.OfDay.class,
            completionCandidates = WordConverter.OfDay.class,
            defaultValue = "monday",
            description = "First day of a week, e.g. sunday. Default: ${DEFAULT-VALUE}.")
    private DayOfWeek startOfWeek = DayOfWeek.MONDAY;

    /**
     * The time zone of days and months.
     *
     * @param ofLedger the zone if none is named
     */
    public ZoneId zone(ZoneId ofLedger) {
        return zone == null ? ofLedger : zone;
    }

    /** The first day of a week. */
    public DayOfWeek startOfWeek() {
        return startOfWeek;
    }

    /**
     * The time range that the options name; unbounded on a side without a bound.
     *
     * @param ofLedger the zone of days and months if none is named
     * @param now the present, from which relative periods are counted
     * @throws UsageException if it is empty, or the options contradict each other
     */
    public TimeRange range(ZoneId ofLedger, Instant now) {
        if (last != null && (since != null || until != null)) {
            throw new UsageException(
                    "--last cannot be combined with --since and --until: it names both bounds");
        }
        Optional<DateBound> first = bound(last == null ? since : last, ofLedger, now);
        Optional<DateBound> end = bound(last == null ? until : last, ofLedger, now);
        try {
            return TimeRange.between(first, end, zone(ofLedger));
        } catch (IllegalArgumentException empty) {
            throw new UsageException(
                    last == null
                            ? "--until "
                                    + until
                                    + " lies before --since "
                                    + since
                                    + ": expected a period that ends after it begins"
                            : "--last " + last + " is a moment: expected a period, e.g. 7d");
        }
    }

    /** The period as the user wrote it, after a space; empty without one. */
    String words(ZoneId ofLedger) {
        String period =
                last == null ? words("since", since) + words("until", until) : words("in", last);
        String week =
                startOfWeek == DayOfWeek.MONDAY
                        ? ""
                        : ", weeks from " + startOfWeek.name().toLowerCase(Locale.ROOT);
        return period.isEmpty() ? "" : " created%s (%s%s)".formatted(period, zone(ofLedger), week);
    }

    private static String words(String preposition, @Nullable PeriodText text) {
        return text == null ? "" : " " + preposition + " " + text;
    }

    private Optional<DateBound> bound(@Nullable PeriodText text, ZoneId ofLedger, Instant now) {
        return Optional.ofNullable(text)
                .map(one -> one.at(now.atZone(zone(ofLedger)), startOfWeek));
    }

    /** The option that names the moment as of which a ledger is read. */
    public static final class AsOf {

        @Option(
                names = "--as-of",
                paramLabel = "TIME",
                converter = PeriodConverter.class,
                description =
                        "Time at which to read the ledger: without the records and corrections that"
                                + " came later. A day, month or year means its end.")
        private @Nullable PeriodText asOf;

        /**
         * Checks that it names a moment.
         *
         * @throws UsageException if it is a period that ends now
         */
        public void check() {
            if (asOf != null && asOf.isCounted()) {
                throw new UsageException(
                        "--as-of: %s is a period that ends now; name a day, such as 7d-ago, or a time"
                                .formatted(asOf));
            }
        }

        /** The moment; empty without the option. */
        public Optional<Instant> moment(ZonedDateTime now, DayOfWeek startOfWeek) {
            return Optional.ofNullable(asOf)
                    .map(text -> text.at(now, startOfWeek))
                    .map(bound -> moment(bound, now));
        }

        private static Instant moment(DateBound bound, ZonedDateTime now) {
            Instant end = bound.endIn(now.getZone());
            return bound.start().equals(bound.end()) ? end : end.minus(1, ChronoUnit.MICROS);
        }
    }
}

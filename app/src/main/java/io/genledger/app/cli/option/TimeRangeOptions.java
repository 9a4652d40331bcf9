package io.genledger.app.cli.option;

import io.genledger.app.cli.console.UsageException;
import io.genledger.domain.report.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that limit a command to a time range. */
public final class TimeRangeOptions {

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            description =
                    "First day (2025-08-01) or month (2025-08), or the time it begins at"
                            + " (2025-08-01T12:00:00Z).")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            description =
                    "Last day or month, included; or the time it ends at, which is not included.")
    private @Nullable Moment until;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description = "Time zone of days and months, e.g. Europe/Berlin. Default: UTC.")
    private ZoneId zone = ZoneOffset.UTC;

    public ZoneId zone() {
        return zone;
    }

    /** The period that was named; all of time if none was. */
    public TimeRange range() {
        Optional<Instant> first = Optional.ofNullable(since).map(moment -> moment.startIn(zone));
        Optional<Instant> end = Optional.ofNullable(until).map(moment -> moment.endIn(zone));
        if (first.isPresent() && end.isPresent() && !end.get().isAfter(first.get())) {
            throw new UsageException(
                    "--until lies before --since: expected a period that ends after it begins, not"
                            + " one from "
                            + first.get()
                            + " to "
                            + end.get());
        }
        return new TimeRange(first, end);
    }
}

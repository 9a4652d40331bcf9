package io.genledger.app.cli.option;

import io.genledger.app.cli.console.UsageException;
import io.genledger.domain.report.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A stretch of time, for commands that look at a part of the ledger. */
public final class TimeRangeOptions {

    @Option(
            names = "--since",
            paramLabel = "D",
            converter = Moment.Converter.class,
            description =
                    "The first day (2025-08-01), month (2025-08) or moment"
                            + " (2025-08-01T12:00:00Z) that belongs to it.")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "D",
            converter = Moment.Converter.class,
            description =
                    "The last day or month that belongs to it, as a whole; or the first moment that"
                            + " does not.")
    private @Nullable Moment until;

    @Option(
            names = "--timezone",
            paramLabel = "Z",
            converter = ZoneConverter.class,
            description = "Where days and months begin, e.g. Europe/Berlin. Default: UTC.")
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

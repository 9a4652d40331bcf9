package io.genledger.app.cli.option;

import io.genledger.app.cli.console.UsageException;
import io.genledger.domain.report.DateBound;
import io.genledger.domain.report.TimeRange;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The period of commands that look at a part of the ledger. */
public final class TimeRangeOptions {

    @Option(
            names = "--since",
            paramLabel = "D",
            converter = DateConverter.class,
            description =
                    "First day (2025-08-01), month (2025-08) or moment"
                            + " (2025-08-01T12:00:00Z), included.")
    private @Nullable DateBound since;

    @Option(
            names = "--until",
            paramLabel = "D",
            converter = DateConverter.class,
            description = "Last day or month, included; or a moment, not included.")
    private @Nullable DateBound until;

    @Option(
            names = "--timezone",
            paramLabel = "Z",
            converter = ZoneConverter.class,
            description =
                    "Time zone in which days and months begin, e.g. Europe/Berlin. Default: UTC.")
    private ZoneId zone = ZoneOffset.UTC;

    public ZoneId zone() {
        return zone;
    }

    /** The period between the bounds; all of time without any. */
    public TimeRange range() {
        try {
            return TimeRange.between(Optional.ofNullable(since), Optional.ofNullable(until), zone);
        } catch (IllegalArgumentException empty) {
            throw new UsageException(
                    "--until "
                            + until
                            + " lies before --since "
                            + since
                            + ": expected a period that ends after it begins");
        }
    }
}

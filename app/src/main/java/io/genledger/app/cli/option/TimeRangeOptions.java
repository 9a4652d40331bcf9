package io.genledger.app.cli.option;

import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.convert.DateConverter;
import io.genledger.app.cli.option.convert.ZoneConverter;
import io.genledger.domain.period.DateBound;
import io.genledger.domain.period.TimeRange;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that limit a command to a time range. */
public final class TimeRangeOptions {

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description =
                    "First day (2025-08-01) or month (2025-08), or start time"
                            + " (2025-08-01T12:00:00Z).")
    private @Nullable DateBound since;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Last day or month, inclusive; or end time, exclusive.")
    private @Nullable DateBound until;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description =
                    "Time zone of days and months, e.g. Europe/Berlin. Default: that of the"
                            + " ledger (see genledger config timezone).")
    private @Nullable ZoneId zone;

    /**
     * The time zone of days and months.
     *
     * @param ofLedger the zone if none is named
     */
    public ZoneId zone(ZoneId ofLedger) {
        return zone == null ? ofLedger : zone;
    }

    /**
     * The time range between the bounds; unbounded on a side without one.
     *
     * @param ofLedger the zone of days and months if none is named
     */
    public TimeRange range(ZoneId ofLedger) {
        try {
            return TimeRange.between(
                    Optional.ofNullable(since), Optional.ofNullable(until), zone(ofLedger));
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

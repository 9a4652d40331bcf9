package io.genledger.app.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.period.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TimeRangeOptionsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T22:30:00Z");

    @Command(name = "report")
    private static final class Report {
        @Mixin private final TimeRangeOptions time = new TimeRangeOptions();
    }

    private static TimeRange range(String arguments) {
        Report report = new Report();
        new CommandLine(report).parseArgs(arguments.split(" "));
        return report.time.range(ZoneId.of("UTC"), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "--last 7d, 2026-02-26T00:00:00Z, 2026-03-05T00:00:00Z",
        "--last 24h, 2026-03-03T22:30:00Z, 2026-03-04T22:30:00Z",
        "--last today -z Asia/Tokyo, 2026-03-04T15:00:00Z, 2026-03-05T15:00:00Z",
        "--last this-week, 2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z",
        "--last this-week -w sunday, 2026-03-01T00:00:00Z, 2026-03-08T00:00:00Z",
        "--since last-month --until yesterday, 2026-02-01T00:00:00Z, 2026-03-04T00:00:00Z",
        "-s 20250801 -u 2025, 2025-08-01T00:00:00Z, 2026-01-01T00:00:00Z"
    })
    void readsPeriodsInTheZoneOfTheReport(String arguments, Instant since, Instant until) {
        assertThat(range(arguments))
                .isEqualTo(new TimeRange(Optional.of(since), Optional.of(until)));
    }

    @ParameterizedTest
    @CsvSource({
        "--last 7d --since 2025, --last cannot be combined with --since and --until",
        "--since today --until yesterday, --until yesterday lies before --since today",
        "--last 2025-08-01T12:00, --last 2025-08-01T12:00 is a moment"
    })
    void refusesContradictions(String arguments, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> range(arguments))
                .withMessageContaining(message);
    }
}

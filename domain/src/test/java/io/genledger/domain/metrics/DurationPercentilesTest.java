package io.genledger.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.metrics.DurationPercentiles.Spread;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationPercentilesTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 2", "20, 10, 19", "21, 11, 20", "100, 50, 95"})
    void areTheNearestRanks(int values, long p50, long p95) {
        List<Duration> durations =
                LongStream.rangeClosed(1, values)
                        .mapToObj(Duration::ofMillis)
                        .sorted(Collections.reverseOrder())
                        .toList();

        assertThat(Spread.of(durations))
                .contains(new Spread(Duration.ofMillis(p50), Duration.ofMillis(p95)));
    }

    @Test
    void noValueHasNone() {
        assertThat(Spread.of(List.of())).isEmpty();
    }
}

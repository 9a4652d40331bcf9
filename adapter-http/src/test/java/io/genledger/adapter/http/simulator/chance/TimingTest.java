package io.genledger.adapter.http.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    private static final int DRAWS = 100_000;

    private final RandomGenerator chance = new SplittableRandom(1);

    /** The steps of the table, each within half a per cent of all. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1000, 0.0088",
        "2000, 0.0208",
        "11000, 0.0208",
        "11500, 0.2604",
        "12000, 0.5",
        "12700, 0.5",
        "15250, 0.75",
        "17800, 1"
    })
    void recordedReadinessFollowsItsTable(long millis, double share) {
        long ready =
                millisDrawn(Timing.recordedReadiness()).filter(drawn -> drawn < millis).count();

        assertThat((double) ready / DRAWS).isCloseTo(share, Offset.offset(0.005));
    }

    @Test
    void fasterIsFaster() {
        assertThat(millisDrawn(Timing.recordedReadiness().fasterBy(10)).max().orElseThrow())
                .isBetween(1700L, 1780L);
    }

    @Test
    void aSpanIncludesBothEnds() {
        Timing nanos = Timing.between(Duration.ofNanos(1), Duration.ofNanos(3));

        assertThat(LongStream.range(0, 100).map(i -> nanos.drawn(chance).toNanos()).distinct())
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void aSingleDurationIsAlwaysDrawn() {
        Duration day = Duration.ofDays(1000);

        assertThat(Timing.between(day, day).drawn(chance)).isEqualTo(day);
    }

    private LongStream millisDrawn(Timing timing) {
        return LongStream.range(0, DRAWS).map(i -> timing.drawn(chance).toMillis());
    }
}

package io.genledger.adapter.http.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationDistributionTest {

    private static final int SAMPLES = 100_000;

    private final RandomGenerator random = new SplittableRandom(1);

    /** The steps of the table, with a tolerance of half a per cent of all samples. */
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
                sampledMillis(DurationDistribution.recordedReadiness())
                        .filter(sample -> sample < millis)
                        .count();

        assertThat((double) ready / SAMPLES).isCloseTo(share, Offset.offset(0.005));
    }

    @Test
    void fasterByDividesDurations() {
        assertThat(
                        sampledMillis(DurationDistribution.recordedReadiness().fasterBy(10))
                                .max()
                                .orElseThrow())
                .isBetween(1700L, 1780L);
    }

    @Test
    void aRangeIncludesBothEnds() {
        DurationDistribution nanos =
                DurationDistribution.between(Duration.ofNanos(1), Duration.ofNanos(3));

        assertThat(LongStream.range(0, 100).map(i -> nanos.next(random).toNanos()).distinct())
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void aRangeOfOneDurationIsConstant() {
        Duration day = Duration.ofDays(1000);

        assertThat(DurationDistribution.between(day, day).next(random)).isEqualTo(day);
    }

    private LongStream sampledMillis(DurationDistribution distribution) {
        return LongStream.range(0, SAMPLES).map(i -> distribution.next(random).toMillis());
    }
}

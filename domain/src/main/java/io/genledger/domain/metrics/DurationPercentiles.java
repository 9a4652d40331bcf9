package io.genledger.domain.metrics;

import io.genledger.domain.generation.Timing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Percentiles of the durations of the generations of one group, those that state none left out, in
 * microseconds.
 *
 * @param latency of {@code latency}; empty if no generation states one
 * @param generationTime of {@code generation_time}; empty if no generation states one
 * @param maxError by how much of its value a percentile may be off at most, e.g. 0.005; zero if all
 *     are exact
 */
public record DurationPercentiles(
        Optional<Spread> latency, Optional<Spread> generationTime, BigDecimal maxError) {

    /**
     * Two percentiles by nearest rank: the smallest value that is not exceeded by that part of the
     * values.
     *
     * @param p50 the value that half of the values do not exceed
     * @param p95 the value that 95 % of the values do not exceed
     */
    public record Spread(Duration p50, Duration p95) {

        /**
         * The exact percentiles of {@code values}.
         *
         * @param values in any order; none gives no percentile
         */
        public static Optional<Spread> of(List<Duration> values) {
            Duration[] sorted =
                    values.stream()
                            .map(value -> value.truncatedTo(ChronoUnit.MICROS))
                            .sorted()
                            .toArray(Duration[]::new);
            return sorted.length == 0
                    ? Optional.empty()
                    : Optional.of(new Spread(at(sorted, 50), at(sorted, 95)));
        }

        private static Duration at(Duration[] sorted, int percent) {
            return sorted[-Math.floorDiv(-sorted.length * percent, 100) - 1];
        }
    }

    /** The percentiles that sketches of the durations tell. */
    public static DurationPercentiles of(DurationSketch latency, DurationSketch generationTime) {
        return new DurationPercentiles(
                latency.spread(), generationTime.spread(), DurationSketch.MAX_ERROR);
    }

    /** The exact percentiles of the durations that {@code timings} state. */
    public static DurationPercentiles of(List<Timing> timings) {
        return new DurationPercentiles(
                Spread.of(timings.stream().flatMap(one -> one.latency().stream()).toList()),
                Spread.of(timings.stream().flatMap(one -> one.generationTime().stream()).toList()),
                BigDecimal.ZERO);
    }
}

package io.genledger.domain.generation;

import java.time.Duration;
import java.util.Optional;

/**
 * How long it took. Reported in milliseconds; old records measure latency to the first token, and
 * it may exceed the generation time.
 *
 * @param latency {@code latency}
 * @param moderationLatency {@code moderation_latency}
 * @param generationTime {@code generation_time}
 */
public record Timing(
        Optional<Duration> latency,
        Optional<Duration> moderationLatency,
        Optional<Duration> generationTime) {

    /** Nothing was reported. */
    public static final Timing UNREPORTED =
            new Timing(Optional.empty(), Optional.empty(), Optional.empty());

    /** The latency and the generation time, and nothing else. */
    public static Timing of(Duration latency, Duration generationTime) {
        return new Timing(Optional.of(latency), Optional.empty(), Optional.of(generationTime));
    }

    /** The same with another {@code moderation_latency}. */
    public Timing withModerationLatency(Duration time) {
        return new Timing(latency, Optional.of(time), generationTime);
    }
}

package io.genledger.domain.generation;

import java.time.Duration;
import java.util.Optional;

/**
 * Durations, stated in milliseconds. In old records the latency ends with the first token and often
 * exceeds the generation time, which may be 0 (OPENROUTER.md §3.7).
 *
 * @param latency {@code latency}
 * @param moderationLatency {@code moderation_latency}
 * @param generationTime {@code generation_time}
 */
public record Timing(
        Optional<Duration> latency,
        Optional<Duration> moderationLatency,
        Optional<Duration> generationTime) {

    /** No field is stated. */
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

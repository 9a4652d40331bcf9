package io.genledger.app.view.generation;

import io.genledger.domain.generation.Timing;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.metrics.Ratio;
import java.time.Duration;
import java.util.Optional;

/**
 * The times of one generation, in milliseconds; an empty one is unknown.
 *
 * @param latencyMs time until the first token
 * @param moderationMs the part of {@code latencyMs} that moderation took
 * @param generationMs time in which all tokens were generated
 * @param moderationShare {@code moderationMs} as a share of {@code latencyMs}
 * @param tokensPerSecond completion tokens per second of {@code generationMs}
 * @param failedAttempts the number of attempts that failed
 * @param failedMs the time lost in failed attempts
 */
public record TimingView(
        Optional<Duration> latencyMs,
        Optional<Duration> moderationMs,
        Optional<Duration> generationMs,
        Optional<Ratio> moderationShare,
        Optional<Ratio> tokensPerSecond,
        Optional<Integer> failedAttempts,
        Optional<Duration> failedMs) {

    static TimingView of(Timing timing, DerivedFigures figures) {
        return new TimingView(
                timing.latency(),
                timing.moderationLatency(),
                timing.generationTime(),
                figures.moderationShare(),
                figures.tokensPerSecond(),
                figures.failedAttempts().stream().boxed().findFirst(),
                figures.failedTime());
    }
}

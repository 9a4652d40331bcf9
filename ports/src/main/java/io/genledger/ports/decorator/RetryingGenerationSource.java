package io.genledger.ports.decorator;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.FetchOutcome;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.SourceUnavailableException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Asks a few times before it calls an outage an outage. The pause before the nth retry is drawn
 * evenly from nothing up to {@code 2^(n-1)} times the first one (full jitter), so that many callers
 * do not come back at once. A source that asks to be left alone is left alone: that is for the
 * whole run to heed, not for one request.
 */
public final class RetryingGenerationSource implements GenerationSource {

    private static final int ATTEMPTS_MAX = 10;
    private static final Duration FIRST_PAUSE_MAX = Duration.ofMinutes(1);

    private final GenerationSource source;
    private final int attempts;
    private final Duration firstPause;
    private final Pause pause;
    private final RandomGenerator random;

    /**
     * @param attempts how often to ask in all, 1 to {@value #ATTEMPTS_MAX}
     * @param firstPause the longest pause before the first retry, nothing to a minute
     * @param random safe for use by many threads
     * @throws IllegalArgumentException if {@code attempts} or {@code firstPause} is out of its
     *     range
     */
    public RetryingGenerationSource(
            GenerationSource source,
            int attempts,
            Duration firstPause,
            Pause pause,
            RandomGenerator random) {
        if (attempts < 1 || attempts > ATTEMPTS_MAX) {
            throw new IllegalArgumentException(
                    "attempts are 1 to " + ATTEMPTS_MAX + ", not " + attempts);
        }
        if (firstPause.isNegative() || firstPause.compareTo(FIRST_PAUSE_MAX) > 0) {
            throw new IllegalArgumentException(
                    "the first pause is nothing to " + FIRST_PAUSE_MAX + ", not " + firstPause);
        }
        this.source = source;
        this.attempts = attempts;
        this.firstPause = firstPause;
        this.pause = pause;
        this.random = random;
    }

    @Override
    public FetchOutcome fetch(GenerationId id) {
        for (int attempt = 1; ; attempt++) {
            try {
                return source.fetch(id);
            } catch (SourceUnavailableException outage) {
                if (attempt == attempts || outage.retryAfter().isPresent()) {
                    throw outage;
                }
                long longest = firstPause.multipliedBy(1L << (attempt - 1)).toNanos();
                pause.forAtLeast(Duration.ofNanos(random.nextLong(longest + 1)));
            }
        }
    }
}

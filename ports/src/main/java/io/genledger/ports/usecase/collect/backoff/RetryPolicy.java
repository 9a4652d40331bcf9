package io.genledger.ports.usecase.collect.backoff;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits before an id that could not be fetched or decoded is fetched again: a few retries within
 * the run with full jitter, then an exponential backoff. A failure never gives an id up.
 */
public final class RetryPolicy {

    private static final int MAX_RETRIES = 2;

    /** More, because the whole run backs off before each of them. */
    private static final int MAX_RETRIES_WHEN_RATE_LIMITED = 10;

    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration FIRST_DUE = Duration.ofSeconds(10);
    private static final Duration MAX_DUE = Duration.ofMinutes(10);

    /** Long, because the source usually returns an unusable document again. */
    private static final Duration MAX_DUE_AFTER_UNUSABLE = Duration.ofDays(1);

    private final SourceGate gate;
    private final Jitter jitter;

    /** Retries while {@code gate} is open, and never before its backoff ends. */
    public RetryPolicy(SourceGate gate, Jitter jitter) {
        this.gate = gate;
        this.jitter = jitter;
    }

    /**
     * The wait before the next attempt of this run; empty if this run makes none.
     *
     * @param failures failed attempts of this run before the one that has just failed; 0 or more
     * @param rateLimited whether that one was rate limited
     */
    public Optional<Duration> retryAfter(int failures, boolean rateLimited) {
        int retries = rateLimited ? MAX_RETRIES_WHEN_RATE_LIMITED : MAX_RETRIES;
        if (gate.isClosed() || failures >= retries) {
            return Optional.empty();
        }
        return Optional.of(
                rateLimited
                        ? Duration.ZERO
                        : jitter.upTo(Jitter.doubled(FIRST_RETRY, failures, MAX_DUE)));
    }

    /**
     * The wait until an id is due again whose source was unavailable.
     *
     * @param attempts attempts since it was tracked or requeued; 0 or more
     */
    public Duration dueAfterOutage(int attempts) {
        return dueAfter(attempts, MAX_DUE);
    }

    /**
     * The wait until an id is due again whose document could not be used: undecodable, or the
     * record of another id.
     *
     * @param attempts attempts since it was tracked or requeued; 0 or more
     */
    public Duration dueAfterUnusableDocument(int attempts) {
        return dueAfter(attempts, MAX_DUE_AFTER_UNUSABLE);
    }

    private Duration dueAfter(int attempts, Duration most) {
        Duration pause = jitter.halfTo(Jitter.doubled(FIRST_DUE, attempts, most));
        Duration backoff = gate.backoffLeft();
        return pause.compareTo(backoff) < 0 ? backoff : pause;
    }
}

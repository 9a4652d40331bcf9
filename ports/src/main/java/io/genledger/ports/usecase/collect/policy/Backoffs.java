package io.genledger.ports.usecase.collect.policy;

import java.time.Duration;

/** The backoffs of a collecting run, by what went wrong. README lists the same table. */
final class Backoffs {

    /** Of one id, within the run: its request failed, or its document cannot be used. */
    static final Backoff RETRY =
            new Backoff(Duration.ofMillis(250), Duration.ofMillis(500), Jitter.FULL);

    /**
     * Of the whole run: a rate limit without {@code Retry-After}. Grows less than the others,
     * because rate limits are lifted within seconds, and one early request costs little.
     */
    static final Backoff RATE_LIMIT =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), Jitter.HALF);

    /** Of the whole run: a series of failures. */
    static final Backoff RUN =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), Jitter.HALF);

    /** Of one id, until it is due again: the source was unavailable. */
    static final Backoff UNAVAILABLE =
            new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10), Jitter.HALF);

    /**
     * Of one id, until it is due again: its document cannot be used. Grows longer than the others,
     * because the source usually returns the same document again.
     */
    static final Backoff UNUSABLE =
            new Backoff(Duration.ofSeconds(10), Duration.ofDays(1), Jitter.HALF);

    /** Of one id, until it is due again: Genledger failed, so other ids are fetched first. */
    static final Backoff FAULT =
            new Backoff(Duration.ofMinutes(10), Duration.ofMinutes(10), Jitter.NONE);

    private Backoffs() {}
}

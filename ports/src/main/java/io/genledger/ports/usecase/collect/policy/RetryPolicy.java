package io.genledger.ports.usecase.collect.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides whether a failed attempt is made again within the run, before its claim is settled. */
public final class RetryPolicy {

    private static final int MOST_RETRIES = 2;

    /** More, because the whole run backs off before each of them. */
    private static final int MOST_RETRIES_WHEN_RATE_LIMITED = 10;

    private RetryPolicy() {}

    /**
     * The wait before the next attempt; empty if this run makes none.
     *
     * @param result the result of the attempt
     * @param earlier failed attempts of this run for the same id before that one; 0 or more
     */
    public static Optional<Duration> retryAfter(
            FetchResult result, int earlier, RandomGenerator random) {
        if (result instanceof FetchResult.Unavailable down && down.outage().isRateLimited()) {
            return earlier < MOST_RETRIES_WHEN_RATE_LIMITED
                    ? Optional.of(Duration.ZERO)
                    : Optional.empty();
        }
        boolean mayBeRepaired =
                result instanceof FetchResult.Unavailable
                        || result instanceof FetchResult.Undecodable;
        return mayBeRepaired && earlier < MOST_RETRIES
                ? Optional.of(Backoffs.RETRY.after(earlier, random))
                : Optional.empty();
    }
}

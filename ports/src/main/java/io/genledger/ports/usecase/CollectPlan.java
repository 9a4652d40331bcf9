package io.genledger.ports.usecase;

import java.time.Duration;

/**
 * How to collect.
 *
 * @param concurrency how many requests may be under way at once, 1 to {@value #MAX_CONCURRENCY}
 * @param patience the age up to which a generation that the source does not know may still appear
 */
public record CollectPlan(int concurrency, Duration patience) {

    /** More would only wait for the account's limits. */
    public static final int MAX_CONCURRENCY = 256;

    /** Fifteen minutes of patience; interrupted streams have taken minutes to appear. */
    public static final CollectPlan DEFAULT = new CollectPlan(16, Duration.ofMinutes(15));

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public CollectPlan {
        if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
            throw new IllegalArgumentException(
                    "concurrency is 1 to " + MAX_CONCURRENCY + ", not " + concurrency);
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience is not negative, as " + patience + " is");
        }
    }
}

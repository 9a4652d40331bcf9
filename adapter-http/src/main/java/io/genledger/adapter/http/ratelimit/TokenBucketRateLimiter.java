package io.genledger.adapter.http.ratelimit;

import io.genledger.ports.source.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A token bucket: N requests per period, refilled continuously, with a burst of 100 ms, but at
 * least one request.
 */
public final class TokenBucketRateLimiter implements RateLimiter {

    private static final int MOST_REQUESTS = 100_000;
    private static final Duration SHORTEST_PERIOD = Duration.ofSeconds(1);
    private static final Duration LONGEST_PERIOD = Duration.ofHours(1);
    private static final Duration BURST = Duration.ofMillis(100);

    private final Bucket bucket;

    /**
     * @param requests permits per period, 1 to 100,000
     * @param period 1 s to 1 h
     * @param clock preferably monotonic; after a step of a wall clock the bucket refills too early
     *     or too late
     * @throws IllegalArgumentException if a value is out of its range
     */
    public TokenBucketRateLimiter(int requests, Duration period, InstantSource clock) {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException(
                    "a rate limit permits 1 to " + MOST_REQUESTS + " requests, not " + requests);
        }
        if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException(
                    "the period of a rate limit is "
                            + SHORTEST_PERIOD
                            + " to "
                            + LONGEST_PERIOD
                            + ", not "
                            + period);
        }
        long burst = Math.max(1, requests * BURST.toMillis() / period.toMillis());
        this.bucket =
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(requests, period))
                        .withCustomTimePrecision(new InstantSourceMeter(clock))
                        .build();
    }

    @Override
    public Duration tryAcquire() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }
}

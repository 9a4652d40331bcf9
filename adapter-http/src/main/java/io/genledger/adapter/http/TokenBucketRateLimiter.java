package io.genledger.adapter.http;

import io.genledger.ports.source.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * So many turns in such a time, evenly: those that nobody takes are saved up for a tenth of a
 * second only.
 */
public final class TokenBucketRateLimiter implements RateLimiter {

    private static final int MOST_TURNS = 100_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SAVED_FOR = Duration.ofMillis(100);

    private final Bucket bucket;

    /**
     * @param turns 1 to 100,000
     * @param time in which so many turns are taken at most, a second to an hour
     * @param clock had best be one that nobody sets
     * @throws IllegalArgumentException if a value is out of its range
     */
    public TokenBucketRateLimiter(int turns, Duration time, InstantSource clock) {
        if (turns < 1 || turns > MOST_TURNS) {
            throw new IllegalArgumentException(
                    "a rate is 1 to " + MOST_TURNS + " requests, not " + turns);
        }
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the time of a rate is " + SHORTEST + " to " + LONGEST + ", not " + time);
        }
        long saved = Math.max(1, turns * SAVED_FOR.toMillis() / time.toMillis());
        this.bucket =
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(saved).refillGreedy(turns, time))
                        .withCustomTimePrecision(new Meter(clock))
                        .build();
    }

    @Override
    public Duration tryAcquire() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    /** Says how much it is, without the library's inner life. */
    @Override
    public String toString() {
        return "TokenBucketRateLimiter[" + bucket.getAvailableTokens() + " turns free]";
    }

    /** Nanoseconds since the pace was set: 292 years of them fit. */
    private record Meter(InstantSource clock, Instant start) implements TimeMeter {

        Meter(InstantSource clock) {
            this(clock, clock.instant());
        }

        @Override
        public long currentTimeNanos() {
            return Duration.between(start, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

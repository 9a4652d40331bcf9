package io.genledger.ports.usecase;

import io.genledger.ports.Lease;
import java.time.Duration;
import java.util.Optional;

/**
 * How to collect.
 *
 * @param concurrency how many requests may be under way at once, 1 to {@value #MAX_CONCURRENCY}
 * @param patience the age up to which a generation that the source does not know may still appear
 * @param longestRest for how long the source may ask to be left alone, in one go or by and by,
 *     before the collection ends instead of waiting; of no meaning while it {@code keepsGoing}
 * @param lease how long a claim outlives a collection that died, a second to an hour
 * @param settling the age at which a kept generation is read once more; empty to read none again
 * @param keepsGoing whether to wait for generations that are due later or tracked later, until told
 *     to stop
 */
public record CollectPlan(
        int concurrency,
        Duration patience,
        Duration longestRest,
        Duration lease,
        Optional<Duration> settling,
        boolean keepsGoing) {

    /** More would only wait for the account's limits. */
    public static final int MAX_CONCURRENCY = 256;

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /**
     * All that is due, once. Fifteen minutes of patience: interrupted streams have taken minutes to
     * appear.
     */
    public static final CollectPlan DEFAULT =
            new CollectPlan(
                    16,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(3),
                    Optional.empty(),
                    false);

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public CollectPlan {
        if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
            throw new IllegalArgumentException(
                    "concurrency is 1 to " + MAX_CONCURRENCY + ", not " + concurrency);
        }
        notNegative("patience", patience);
        notNegative("the longest rest", longestRest);
        settling.ifPresent(age -> notNegative("the age to settle at", age));
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(Lease.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a lease is " + SHORTEST_LEASE + " to " + Lease.LONGEST + ", not " + lease);
        }
    }

    /** The same with other limits for requests under way and for patience. */
    public CollectPlan with(int otherConcurrency, Duration otherPatience) {
        return new CollectPlan(
                otherConcurrency, otherPatience, longestRest, lease, settling, keepsGoing);
    }

    /** The same, ending after another time of being asked to wait. */
    public CollectPlan restingAtMost(Duration other) {
        return new CollectPlan(concurrency, patience, other, lease, settling, keepsGoing);
    }

    /** The same with claims that outlive a death for longer or shorter. */
    public CollectPlan leasing(Duration other) {
        return new CollectPlan(concurrency, patience, longestRest, other, settling, keepsGoing);
    }

    /** The same, reading kept generations once more at another age. */
    public CollectPlan settlingAt(Duration age) {
        return new CollectPlan(
                concurrency, patience, longestRest, lease, Optional.of(age), keepsGoing);
    }

    /** The same without an end of its own. */
    public CollectPlan keepingOn() {
        return new CollectPlan(concurrency, patience, longestRest, lease, settling, true);
    }

    private static void notNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + " is not negative, as " + duration + " is");
        }
    }
}

package io.genledger.ports.usecase.collect;

import io.genledger.ports.queue.Lease;
import java.time.Duration;
import java.util.Optional;

/**
 * How to collect.
 *
 * @param concurrency how many requests may be under way at once, 1 to {@value #MAX_CONCURRENCY}
 * @param giveUpAfter the age up to which a generation that the source does not know may still
 *     appear
 * @param maxBackoff for how long the source may ask to be left alone, in one go or by and by,
 *     before the collection ends instead of waiting; of no meaning while it {@code watch}
 * @param lease how long a claim outlives a collection that died, a second to an hour
 * @param refreshAfter the age at which a kept generation is read once more; empty to read none
 *     again
 * @param watch whether to wait for generations that are due later or tracked later, until told to
 *     stop
 */
public record CollectPlan(
        int concurrency,
        Duration giveUpAfter,
        Duration maxBackoff,
        Duration lease,
        Optional<Duration> refreshAfter,
        boolean watch) {

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
        notNegative("giveUpAfter", giveUpAfter);
        notNegative("maxBackoff", maxBackoff);
        refreshAfter.ifPresent(age -> notNegative("refreshAfter", age));
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(Lease.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a lease is " + SHORTEST_LEASE + " to " + Lease.LONGEST + ", not " + lease);
        }
    }

    /** The same with other limits for requests under way and for patience. */
    public CollectPlan with(int otherConcurrency, Duration otherPatience) {
        return new CollectPlan(
                otherConcurrency, otherPatience, maxBackoff, lease, refreshAfter, watch);
    }

    /** The same, ending after another time of being asked to wait. */
    public CollectPlan withMaxBackoff(Duration other) {
        return new CollectPlan(concurrency, giveUpAfter, other, lease, refreshAfter, watch);
    }

    /** The same with claims that outlive a death for longer or shorter. */
    public CollectPlan withLease(Duration other) {
        return new CollectPlan(concurrency, giveUpAfter, maxBackoff, other, refreshAfter, watch);
    }

    /** The same, reading kept generations once more at another age. */
    public CollectPlan withRefreshAfter(Duration age) {
        return new CollectPlan(
                concurrency, giveUpAfter, maxBackoff, lease, Optional.of(age), watch);
    }

    /** The same without an end of its own. */
    public CollectPlan watching() {
        return new CollectPlan(concurrency, giveUpAfter, maxBackoff, lease, refreshAfter, true);
    }

    private static void notNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + " is not negative, as " + duration + " is");
        }
    }
}

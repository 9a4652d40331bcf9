package io.genledger.ports.usecase.collect;

import io.genledger.ports.queue.Lease;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of one run of {@link CollectGenerations}.
 *
 * @param concurrency the most requests under way at once, 1 to {@value #MAX_CONCURRENCY}
 * @param giveUpAfter age up to which an id without a record is fetched again; an older one is given
 *     up; zero or more
 * @param maxBackoff the longest time for which the source may delay the run before it ends instead
 *     of waiting, zero or more; ignored by a watching run
 * @param lease duration of a claim, a second to an hour; after a crash, a claimed id is due again
 *     within this time
 * @param refreshAfter age at which a recorded generation is refreshed, zero or more; empty for no
 *     refresh
 * @param watch whether the run waits for ids that fall due or are tracked later, until it is
 *     stopped
 */
public record CollectPlan(
        int concurrency,
        Duration giveUpAfter,
        Duration maxBackoff,
        Duration lease,
        Optional<Duration> refreshAfter,
        boolean watch) {

    /** The most requests under way at once; the account's rate limit delays more. */
    public static final int MAX_CONCURRENCY = 256;

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /**
     * Collects the ids that are due, once. Ids are given up after 15 minutes, because records of
     * interrupted streams have taken minutes to appear (OPENROUTER.md §1.4).
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
                    "concurrency must be 1 to " + MAX_CONCURRENCY + ", was " + concurrency);
        }
        notNegative("giveUpAfter", giveUpAfter);
        notNegative("maxBackoff", maxBackoff);
        refreshAfter.ifPresent(age -> notNegative("refreshAfter", age));
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(Lease.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "lease must be " + SHORTEST_LEASE + " to " + Lease.LONGEST + ", was " + lease);
        }
    }

    /** This plan with another limit of requests under way. */
    public CollectPlan withConcurrency(int other) {
        return new CollectPlan(other, giveUpAfter, maxBackoff, lease, refreshAfter, watch);
    }

    /** This plan with another age at which an unknown id is given up. */
    public CollectPlan withGiveUpAfter(Duration other) {
        return new CollectPlan(concurrency, other, maxBackoff, lease, refreshAfter, watch);
    }

    /** This plan with another limit of the backoff. */
    public CollectPlan withMaxBackoff(Duration other) {
        return new CollectPlan(concurrency, giveUpAfter, other, lease, refreshAfter, watch);
    }

    /** This plan with another duration of claims. */
    public CollectPlan withLease(Duration other) {
        return new CollectPlan(concurrency, giveUpAfter, maxBackoff, other, refreshAfter, watch);
    }

    /** This plan with refreshes of recorded generations at {@code age}. */
    public CollectPlan withRefreshAfter(Duration age) {
        return new CollectPlan(
                concurrency, giveUpAfter, maxBackoff, lease, Optional.of(age), watch);
    }

    /** This plan, running until it is stopped. */
    public CollectPlan watching() {
        return new CollectPlan(concurrency, giveUpAfter, maxBackoff, lease, refreshAfter, true);
    }

    private static void notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + duration);
        }
    }
}

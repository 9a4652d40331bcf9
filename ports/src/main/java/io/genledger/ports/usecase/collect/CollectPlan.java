package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
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
 *     of waiting, zero or more; used only by a run until nothing is due
 * @param lease duration of a claim, a second to 15 minutes; after a crash, a claimed id is due
 *     again within this time
 * @param refreshAfter age at which a recorded generation is refreshed, zero or more; empty for no
 *     refresh
 * @param account the account whose ids are collected, because a key belongs to one account; empty
 *     for the ids of all accounts
 * @param until what ends the run
 * @param timeout the longest time of a run until nothing is pending; zero to ten years; empty for
 *     no limit. Its ids that have no record by then stay pending
 */
public record CollectPlan(
        int concurrency,
        Duration giveUpAfter,
        Duration maxBackoff,
        Duration lease,
        Optional<Duration> refreshAfter,
        Optional<AccountName> account,
        Until until,
        Optional<Duration> timeout) {

    /** The most requests under way at once; the account's rate limit delays more. */
    public static final int MAX_CONCURRENCY = 256;

    /** So that its end can be computed. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(3650);

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
                    Optional.empty(),
                    Until.NOTHING_DUE,
                    Optional.empty());

    /** What ends a run, unless the source refuses it or it is stopped. */
    public enum Until {
        /** No id is due. The run ends early if the source is unavailable. */
        NOTHING_DUE,
        /**
         * No id is pending: each has its record, is given up or refused. Outages are waited out.
         */
        NOTHING_PENDING,
        /** A stop request. Ids that are tracked meanwhile are collected, and outages waited out. */
        STOPPED
    }

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
        timeout.ifPresent(CollectPlan::checkTimeout);
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(Lease.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "lease must be " + SHORTEST_LEASE + " to " + Lease.LONGEST + ", was " + lease);
        }
    }

    /** This plan with another limit of requests under way. */
    public CollectPlan withConcurrency(int other) {
        return new CollectPlan(
                other, giveUpAfter, maxBackoff, lease, refreshAfter, account, until, timeout);
    }

    /** This plan with another age at which an unknown id is given up. */
    public CollectPlan withGiveUpAfter(Duration other) {
        return new CollectPlan(
                concurrency, other, maxBackoff, lease, refreshAfter, account, until, timeout);
    }

    /** This plan with another limit of the backoff. */
    public CollectPlan withMaxBackoff(Duration other) {
        return new CollectPlan(
                concurrency, giveUpAfter, other, lease, refreshAfter, account, until, timeout);
    }

    /** This plan with another duration of claims. */
    public CollectPlan withLease(Duration other) {
        return new CollectPlan(
                concurrency, giveUpAfter, maxBackoff, other, refreshAfter, account, until, timeout);
    }

    /** This plan with refreshes of recorded generations at {@code age}. */
    public CollectPlan withRefreshAfter(Duration age) {
        return new CollectPlan(
                concurrency,
                giveUpAfter,
                maxBackoff,
                lease,
                Optional.of(age),
                account,
                until,
                timeout);
    }

    /** This plan, limited to the ids of one account. */
    public CollectPlan withAccount(AccountName only) {
        return new CollectPlan(
                concurrency,
                giveUpAfter,
                maxBackoff,
                lease,
                refreshAfter,
                Optional.of(only),
                until,
                timeout);
    }

    /** This plan, running until it is stopped. */
    public CollectPlan watching() {
        return new CollectPlan(
                concurrency,
                giveUpAfter,
                maxBackoff,
                lease,
                refreshAfter,
                account,
                Until.STOPPED,
                Optional.empty());
    }

    /** This plan, running until no id is pending or {@code limit} is over. */
    public CollectPlan waitingForAll(Optional<Duration> limit) {
        return new CollectPlan(
                concurrency,
                giveUpAfter,
                maxBackoff,
                lease,
                refreshAfter,
                account,
                Until.NOTHING_PENDING,
                limit);
    }

    /** Whether the run waits out outages of the source and the ledger, instead of ending. */
    public boolean outlastsOutages() {
        return until != Until.NOTHING_DUE;
    }

    private static void checkTimeout(Duration timeout) {
        notNegative("timeout", timeout);
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "timeout must be at most " + LONGEST_TIMEOUT.toDays() + " days");
        }
    }

    private static void notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + duration);
        }
    }
}

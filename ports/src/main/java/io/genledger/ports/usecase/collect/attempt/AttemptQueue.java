package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.usecase.collect.policy.RunTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Attempts that have not started: first attempts in order, and retries. Thread-safe. */
final class AttemptQueue {

    private final Deque<Attempt> first = new ArrayDeque<>();
    private final PriorityQueue<Attempt> retries =
            new PriorityQueue<>(Comparator.comparing(Attempt::notBefore));

    synchronized void add(Collection<Claim> claims, RunTime now) {
        claims.forEach(claim -> first.add(Attempt.first(claim, now.monotonic())));
    }

    /**
     * Removes the next attempt that may start now; empty if there is none. An attempt whose lease
     * has expired stays until the lease is extended, because another process may have claimed its
     * id.
     */
    synchronized Optional<Attempt> poll(RunTime now) {
        Attempt retry = retries.peek();
        Queue<Attempt> next =
                retry != null && !retry.notBefore().isAfter(now.monotonic()) ? retries : first;
        Attempt attempt = next.peek();
        return attempt != null && attempt.claim().lease().until().isAfter(now.wall())
                ? Optional.of(next.remove())
                : Optional.empty();
    }

    /** Puts back a polled attempt, to start at its {@code notBefore} or later. */
    synchronized void putBack(Attempt attempt) {
        retries.add(attempt);
    }

    /** How many attempts may start now. */
    synchronized int readyCount(RunTime now) {
        long due =
                retries.stream()
                        .filter(retry -> !retry.notBefore().isAfter(now.monotonic()))
                        .count();
        return first.size() + Math.toIntExact(due);
    }

    /** The start of the earliest retry, by the monotonic clock; empty if none waits. */
    synchronized Optional<Instant> nextRetry() {
        return Optional.ofNullable(retries.peek()).map(Attempt::notBefore);
    }

    /** All attempts that were put back. */
    synchronized List<Attempt> retries() {
        return List.copyOf(retries);
    }

    /** Gives each attempt its current claim; drops the attempts whose claim was lost. */
    synchronized void renew(Map<GenerationId, Claim> held) {
        renew(first, held);
        renew(retries, held);
    }

    private static void renew(Queue<Attempt> waiting, Map<GenerationId, Claim> held) {
        List<Attempt> all = List.copyOf(waiting);
        waiting.clear();
        for (Attempt attempt : all) {
            Claim claim = held.get(attempt.id());
            if (claim != null) {
                waiting.add(attempt.withClaim(claim));
            }
        }
    }

    synchronized void clear() {
        first.clear();
        retries.clear();
    }
}

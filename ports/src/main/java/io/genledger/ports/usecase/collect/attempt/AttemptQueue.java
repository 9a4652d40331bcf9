package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import java.time.Instant;
import java.time.InstantSource;
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

    private final InstantSource clock;
    private final InstantSource monotonic;
    private final Deque<Attempt> first = new ArrayDeque<>();
    private final PriorityQueue<Attempt> retries =
            new PriorityQueue<>(Comparator.comparing(Attempt::notBefore));

    AttemptQueue(InstantSource clock, InstantSource monotonic) {
        this.clock = clock;
        this.monotonic = monotonic;
    }

    synchronized void add(Collection<Claim> claims) {
        claims.stream().map(Attempt::first).forEach(first::add);
    }

    /**
     * Removes the next attempt that may start now; empty if there is none. An attempt whose lease
     * has expired stays until the lease is extended, because another process may have claimed its
     * id.
     */
    synchronized Optional<Attempt> poll() {
        Attempt retry = retries.peek();
        Queue<Attempt> next =
                retry != null && !retry.notBefore().isAfter(monotonic.instant()) ? retries : first;
        return Optional.ofNullable(next.peek())
                .filter(attempt -> attempt.claim().lease().until().isAfter(clock.instant()))
                .map(attempt -> next.remove());
    }

    /** Puts back a polled attempt, to start at its {@code notBefore} or later. */
    synchronized void putBack(Attempt attempt) {
        retries.add(attempt);
    }

    /** How many attempts may start now. */
    synchronized int readyCount() {
        Instant now = monotonic.instant();
        long due = retries.stream().filter(retry -> !retry.notBefore().isAfter(now)).count();
        return first.size() + Math.toIntExact(due);
    }

    /** The start of the earliest retry, by the monotonic clock; far in the past if none waits. */
    synchronized Instant nextRetry() {
        Attempt retry = retries.peek();
        return retry == null ? Instant.MIN : retry.notBefore();
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
        all.forEach(attempt ->
                Optional.ofNullable(held.get(attempt.id()))
                        .map(attempt::withClaim)
                        .ifPresent(waiting::add));
    }

    synchronized void clear() {
        first.clear();
        retries.clear();
    }
}

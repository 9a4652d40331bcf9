package io.genledger.ports.usecase.collect;

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

/**
 * Claims that wait to be asked for, now or when their time has come. Safe for use by many threads.
 */
final class AttemptQueue {

    private final InstantSource clock;
    private final InstantSource monotonic;
    private final Deque<Attempt> ready = new ArrayDeque<>();
    private final PriorityQueue<Attempt> later =
            new PriorityQueue<>(Comparator.comparing(Attempt::notBefore));

    AttemptQueue(InstantSource clock, InstantSource monotonic) {
        this.clock = clock;
        this.monotonic = monotonic;
    }

    synchronized void add(Collection<Claim> claims) {
        claims.stream().map(Attempt::first).forEach(ready::add);
    }

    /**
     * The next to be asked for, if there is one now. One whose lease has run out waits for it to be
     * extended: somebody else may be asking for it.
     */
    synchronized Optional<Attempt> poll() {
        Attempt retry = later.peek();
        Queue<Attempt> next =
                retry != null && !retry.notBefore().isAfter(monotonic.instant()) ? later : ready;
        return Optional.ofNullable(next.peek())
                .filter(attempt -> attempt.claim().lease().until().isAfter(clock.instant()))
                .map(attempt -> next.remove());
    }

    /** Takes back what was polled, to be asked for when its time has come. */
    synchronized void putBack(Attempt attempt) {
        later.add(attempt);
    }

    /** How many may be asked for now. */
    synchronized int left() {
        Instant now = monotonic.instant();
        long retries = later.stream().filter(some -> !some.notBefore().isAfter(now)).count();
        return ready.size() + Math.toIntExact(retries);
    }

    /** When the next retry may be asked for, by the steady clock; long ago if none waits. */
    synchronized Instant nextRetry() {
        Attempt retry = later.peek();
        return retry == null ? Instant.MIN : retry.notBefore();
    }

    /** Those that failed and were to be asked for again. */
    synchronized List<Attempt> retries() {
        return List.copyOf(later);
    }

    /** Lets all have their claims of now, and drops those without. */
    synchronized void renew(Map<GenerationId, Claim> held) {
        renew(ready, held);
        renew(later, held);
    }

    private static void renew(Queue<Attempt> waiting, Map<GenerationId, Claim> held) {
        List<Attempt> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(attempt ->
                Optional.ofNullable(held.get(attempt.id()))
                        .map(attempt::by)
                        .ifPresent(waiting::add));
    }

    synchronized void clear() {
        ready.clear();
        later.clear();
    }
}

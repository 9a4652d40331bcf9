package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.Claims;
import io.genledger.ports.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The claims that a collection holds, from the queue's hand to a durable verdict. They are taken
 * ahead of need, so that no request waits for the database. {@link #poll} and {@link #putBack} are
 * safe for use by many threads; all else is used by one.
 */
final class ClaimedWork {

    /** How soon a generation is found that fell due, or that another process tracked. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Answers to so many fit into memory while the last batch of them is being recorded. */
    private static final int MOST_AHEAD = 2048;

    private final Claims claims;
    private final InstantSource clock;
    private final Duration lease;
    private final Map<GenerationId, Claim> held = new HashMap<>();
    private final Object lock = new Object();
    private final Deque<Attempt> ready = new ArrayDeque<>();
    private final PriorityQueue<Attempt> later =
            new PriorityQueue<>(Comparator.comparing(Attempt::notBefore));
    private int ahead;
    private boolean lastClaimWasFull;
    private Instant looksAgainAt = Instant.MIN;
    private Instant extendsAt;

    ClaimedWork(Claims claims, InstantSource clock, CollectPlan plan) {
        this.claims = claims;
        this.clock = clock;
        this.lease = plan.lease();
        this.ahead = 2 * plan.concurrency();
        this.extendsAt = clock.instant().plus(lease.dividedBy(3));
    }

    /** Claims more if few are left and there may be some. */
    void refill() {
        int left = left();
        if (left > ahead / 2 || clock.instant().isBefore(looksAgainAt)) {
            return;
        }
        if (left == 0 && lastClaimWasFull) {
            // Whoever used all up before this needs more at a time.
            ahead = Math.min(MOST_AHEAD, 2 * ahead);
        }
        claim(ahead - left);
    }

    /** Whether the queue has anything that is due now. */
    boolean findsMore() {
        claim(ahead);
        return !held.isEmpty();
    }

    private void claim(int most) {
        Instant now = clock.instant();
        List<Claim> claimed = claims.claim(most, now, lease);
        lastClaimWasFull = claimed.size() == most;
        if (!lastClaimWasFull) {
            looksAgainAt = now.plus(LOOK_EVERY);
        }
        synchronized (lock) {
            // A claim whose lease ran out may come back; one request is enough.
            claimed.stream()
                    .filter(claim -> held.put(claim.id(), claim) == null)
                    .map(Attempt::first)
                    .forEach(ready::add);
        }
    }

    /** Makes leases last that would run out; a claim that was lost is not asked for any more. */
    void extendLeases() {
        Instant now = clock.instant();
        if (now.isBefore(extendsAt)) {
            return;
        }
        extendsAt = now.plus(lease.dividedBy(3));
        Instant early = extendsAt.plus(lease.dividedBy(3));
        List<Claim> old =
                held.values().stream()
                        .filter(claim -> claim.lease().until().isBefore(early))
                        .toList();
        if (old.isEmpty()) {
            return;
        }
        old.forEach(claim -> held.remove(claim.id()));
        claims.extend(old, now, lease).forEach(claim -> held.put(claim.id(), claim));
        synchronized (lock) {
            ready.removeIf(attempt -> !held.containsKey(attempt.id()));
            later.removeIf(attempt -> !held.containsKey(attempt.id()));
        }
    }

    /** The next to be asked for, if there is one now. */
    Optional<Attempt> poll() {
        synchronized (lock) {
            Attempt retry = later.peek();
            return retry != null && !retry.notBefore().isAfter(clock.instant())
                    ? Optional.ofNullable(later.poll())
                    : Optional.ofNullable(ready.poll());
        }
    }

    /** Takes back what was polled, to be asked for when its time has come. */
    void putBack(Attempt attempt) {
        synchronized (lock) {
            later.add(attempt);
        }
    }

    /** How many may be asked for now. */
    int left() {
        Instant now = clock.instant();
        synchronized (lock) {
            long retries = later.stream().filter(some -> !some.notBefore().isAfter(now)).count();
            return ready.size() + Math.toIntExact(retries);
        }
    }

    /** Whether nothing is held. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    /**
     * When to look after it again: for something new, a retry, or a lease. One of them is yet to
     * come, always.
     */
    Stream<Instant> moments() {
        synchronized (lock) {
            Attempt retry = later.peek();
            return Stream.of(
                    looksAgainAt, extendsAt, retry == null ? Instant.MIN : retry.notBefore());
        }
    }

    /** Those that failed and were to be asked for again. */
    List<Attempt> waitingForRetry() {
        synchronized (lock) {
            return List.copyOf(later);
        }
    }

    /** Lets go of claims whose verdicts are durable. */
    void done(List<Answer> durable) {
        durable.forEach(answer -> held.remove(answer.id()));
    }

    /** Gives all claims back that are not {@link #done}: whatever their answer, nobody hears it. */
    void release() {
        synchronized (lock) {
            ready.clear();
            later.clear();
        }
        if (!held.isEmpty()) {
            claims.settle(
                    held.values().stream().<Settlement>map(Settlement.Released::new).toList());
            held.clear();
        }
    }
}

package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claims that a collection holds, from the queue's hand to a durable verdict. They are taken
 * ahead of need, so that no request waits for the database. {@link #poll} and {@link #putBack} are
 * safe for use by many threads; all else is used by one.
 */
final class LeasedClaims {

    /** How soon a generation is found that fell due, or that another process tracked. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Answers to so many fit into memory while the last batch of them is being recorded. */
    private static final int MOST_AHEAD = 2048;

    private final Claims claims;
    private final InstantSource clock;
    private final InstantSource monotonic;
    private final Duration lease;
    private final Map<GenerationId, Claim> held = new HashMap<>();
    private final AttemptQueue waiting;
    private int ahead;
    private boolean lastClaimWasFull;
    private Instant looksAgainAt = Instant.MIN;
    private Instant extendsAt;

    /** The end of the lease that ends first, by the clock that all who share the queue go by. */
    private Instant firstEnd = Instant.MAX;

    LeasedClaims(Claims claims, InstantSource clock, InstantSource monotonic, CollectPlan plan) {
        this.claims = claims;
        this.clock = clock;
        this.monotonic = monotonic;
        this.waiting = new AttemptQueue(clock, monotonic);
        this.lease = plan.lease();
        this.ahead = 2 * plan.concurrency();
        this.extendsAt = monotonic.instant().plus(lease.dividedBy(3));
    }

    /** Claims more if few are left and there may be some. */
    void refill() {
        int left = left();
        if (left > ahead / 2 || monotonic.instant().isBefore(looksAgainAt)) {
            return;
        }
        if (left == 0 && lastClaimWasFull) {
            // Whoever used all up before this needs more at a time.
            ahead = Math.min(MOST_AHEAD, 2 * ahead);
        }
        claim(ahead - left);
    }

    /** How many more it could take on than the queue had the last time that it was asked. */
    int room() {
        int left = left();
        return lastClaimWasFull || left > ahead / 2 ? 0 : ahead - left;
    }

    /** Whether the queue has anything that is due now. */
    boolean findsMore() {
        claim(ahead);
        return !held.isEmpty();
    }

    /** Claims so many that are due, if there are as many. */
    void claim(int most) {
        Instant now = clock.instant();
        List<Claim> claimed = claims.claim(most, now, lease);
        lastClaimWasFull = claimed.size() == most;
        if (!lastClaimWasFull) {
            looksAgainAt = monotonic.instant().plus(LOOK_EVERY);
        }
        firstEnd = earlier(firstEnd, now.plus(lease));
        // A claim whose lease ran out may come back; one request is enough.
        List<Claim> added =
                claimed.stream().filter(claim -> held.put(claim.id(), claim) == null).toList();
        if (added.size() < claimed.size()) {
            waiting.renew(held);
        }
        waiting.add(added);
    }

    /** Makes leases last that would run out; a claim that was lost is not asked for any more. */
    void extendLeases() {
        Instant now = clock.instant();
        if (monotonic.instant().isBefore(extendsAt) && now.isBefore(firstEnd)) {
            return;
        }
        Instant early = now.plus(lease.dividedBy(3).multipliedBy(2));
        List<Claim> old =
                held.values().stream()
                        .filter(claim -> claim.lease().until().isBefore(early))
                        .toList();
        if (!old.isEmpty()) {
            extend(old, now);
        }
        extendsAt = monotonic.instant().plus(lease.dividedBy(3));
        firstEnd =
                held.values().stream()
                        .map(claim -> claim.lease().until())
                        .reduce(Instant.MAX, LeasedClaims::earlier);
    }

    private void extend(List<Claim> old, Instant now) {
        Map<GenerationId, Claim> extended =
                claims.extend(old, now, lease).stream()
                        .collect(Collectors.toMap(Claim::id, Function.identity()));
        old.forEach(claim -> held.remove(claim.id()));
        held.putAll(extended);
        waiting.renew(held);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The next to be asked for, if there is one now. */
    Optional<Attempt> poll() {
        return waiting.poll();
    }

    /** Takes back what was polled, to be asked for when its time has come. */
    void putBack(Attempt attempt) {
        waiting.putBack(attempt);
    }

    /** How many may be asked for now. */
    int left() {
        return waiting.left();
    }

    /** Whether nothing is held. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    /**
     * When to look after it again, by the steady clock: for something new, a retry, or a lease. One
     * of them is yet to come, always.
     */
    Stream<Instant> moments() {
        return Stream.of(looksAgainAt, extendsAt, waiting.nextRetry());
    }

    /** Those that failed and were to be asked for again. */
    List<Attempt> waitingForRetry() {
        return waiting.retries();
    }

    /** Lets go of claims whose verdicts are durable. */
    void done(List<AttemptResult> durable) {
        durable.forEach(answer -> held.remove(answer.id()));
    }

    /** Gives all claims back that are not {@link #done}: whatever their answer, nobody hears it. */
    void release() {
        waiting.clear();
        if (!held.isEmpty()) {
            claims.settle(
                    held.values().stream().<Settlement>map(Settlement.Released::new).toList());
            held.clear();
        }
    }
}

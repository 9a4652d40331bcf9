package io.genledger.ports.usecase.collect.attempt;

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
 * Leased claims of this run until their outcomes are committed. Ids are claimed ahead of need, so
 * that no request waits for the database. {@link #poll}, {@link #putBack} and {@link #readyCount}
 * are thread-safe; the other methods are for one thread.
 */
public final class LeasedClaims {

    /** An id that falls due, or that another process tracks, is found within this time. */
    private static final Duration CLAIM_EVERY = Duration.ofSeconds(1);

    /** Bounds the documents in memory while a batch of them is recorded. */
    private static final int MAX_AHEAD = 2048;

    private final Claims claims;
    private final InstantSource clock;
    private final InstantSource monotonic;
    private final Duration lease;
    private final Map<GenerationId, Claim> held = new HashMap<>();
    private final AttemptQueue waiting;
    private int ahead;
    private boolean lastClaimWasFull;
    private Instant nextClaimAt = Instant.MIN;
    private Instant nextExtensionAt;

    /** When the first of the held leases expires, by the wall clock that all processes share. */
    private Instant firstExpiry = Instant.MAX;

    /**
     * Without claims at first.
     *
     * @param clock wall clock, by which leases expire
     * @param monotonic monotonic clock, by which pauses are measured
     * @param lease duration of each lease
     * @param concurrency the most requests under way at once, 1 or more
     */
    public LeasedClaims(
            Claims claims,
            InstantSource clock,
            InstantSource monotonic,
            Duration lease,
            int concurrency) {
        this.claims = claims;
        this.clock = clock;
        this.monotonic = monotonic;
        this.waiting = new AttemptQueue(clock, monotonic);
        this.lease = lease;
        this.ahead = 2 * concurrency;
        this.nextExtensionAt = monotonic.instant().plus(lease.dividedBy(3));
    }

    /** Claims more ids if few attempts are ready and the queue may hold due ids. */
    public void refill() {
        int left = readyCount();
        if (left > ahead / 2 || monotonic.instant().isBefore(nextClaimAt)) {
            return;
        }
        if (left == 0 && lastClaimWasFull) {
            // The last batch was used up before this call, so the next one is larger.
            ahead = Math.min(MAX_AHEAD, 2 * ahead);
        }
        claim(ahead - left);
    }

    /** How many more ids could be claimed than the queue held at the last claim; 0 or more. */
    public int shortfall() {
        int left = readyCount();
        return lastClaimWasFull || left > ahead / 2 ? 0 : ahead - left;
    }

    /** Claims due ids now; returns whether any claim is held afterwards. */
    public boolean claimsMore() {
        claim(ahead);
        return !held.isEmpty();
    }

    /** Claims at most {@code most} due ids. */
    public void claim(int most) {
        Instant now = clock.instant();
        List<Claim> claimed = claims.claim(most, now, lease);
        lastClaimWasFull = claimed.size() == most;
        if (!lastClaimWasFull) {
            nextClaimAt = monotonic.instant().plus(CLAIM_EVERY);
        }
        firstExpiry = earlier(firstExpiry, now.plus(lease));
        // After its lease expired, a held id may be claimed again; it is still fetched once.
        List<Claim> added =
                claimed.stream().filter(claim -> held.put(claim.id(), claim) == null).toList();
        if (added.size() < claimed.size()) {
            waiting.renew(held);
        }
        waiting.add(added);
    }

    /** Extends leases that would expire soon; the attempts of lost claims are dropped. */
    public void extendLeases() {
        Instant now = clock.instant();
        if (monotonic.instant().isBefore(nextExtensionAt) && now.isBefore(firstExpiry)) {
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
        nextExtensionAt = monotonic.instant().plus(lease.dividedBy(3));
        firstExpiry =
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

    /** Removes the next attempt that may start now; empty if there is none. */
    Optional<Attempt> poll() {
        return waiting.poll();
    }

    /** Puts back a polled attempt, to start at its {@code notBefore} or later. */
    void putBack(Attempt attempt) {
        waiting.putBack(attempt);
    }

    /** How many attempts may start now. */
    int readyCount() {
        return waiting.readyCount();
    }

    /** Whether no claim is held. */
    public boolean isEmpty() {
        return held.isEmpty();
    }

    /**
     * The next claim, extension and retry, by the monotonic clock. At least one of them is in the
     * future.
     */
    public Stream<Instant> nextActions() {
        return Stream.of(nextClaimAt, nextExtensionAt, waiting.nextRetry());
    }

    /** Attempts that were put back and have not started again. */
    List<Attempt> retries() {
        return waiting.retries();
    }

    /** Drops the claims whose settlements are committed. */
    public void settled(List<AttemptResult> results) {
        results.forEach(result -> held.remove(result.id()));
    }

    /** Releases all held claims. Results of their attempts that still arrive are discarded. */
    public void release() {
        waiting.clear();
        if (!held.isEmpty()) {
            claims.settle(
                    held.values().stream().<Settlement>map(Settlement.Released::new).toList());
            held.clear();
        }
    }
}

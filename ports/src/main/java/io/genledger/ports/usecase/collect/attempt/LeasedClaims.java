package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.usecase.collect.policy.RunTime;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
    private final Refresher refresher;
    private final RunEnvironment runtime;
    private final Duration lease;
    private final Map<GenerationId, Claim> held = new HashMap<>();
    private final AttemptQueue waiting = new AttemptQueue();
    private final ClockSteps clockSteps;
    private int ahead;
    private boolean lastClaimWasFull;
    private boolean correctsDueTimes = true;

    /** The next claim and the next extension, by the monotonic clock. */
    private Instant nextClaimAt;

    private Instant nextExtensionAt;

    /** When the first of the held leases expires, by the wall clock; empty if none is held. */
    private Optional<Instant> firstExpiry = Optional.empty();

    /**
     * Without claims at first.
     *
     * @param refresher puts recorded generations into the queue that may be claimed besides new ids
     * @param lease duration of each lease
     * @param concurrency the most requests under way at once, 1 or more
     */
    public LeasedClaims(
            Claims claims,
            Refresher refresher,
            RunEnvironment runtime,
            Duration lease,
            int concurrency) {
        RunTime now = RunTime.of(runtime);
        this.claims = claims;
        this.refresher = refresher;
        this.runtime = runtime;
        this.lease = lease;
        this.ahead = 2 * concurrency;
        this.clockSteps = new ClockSteps(now);
        this.nextClaimAt = now.monotonic();
        this.nextExtensionAt = now.monotonic().plus(lease.dividedBy(3));
    }

    /** Claims more ids if few attempts are ready and the queue may hold due ids. */
    public void refill() {
        RunTime now = now();
        int ready = readyCount(now);
        boolean enough = ready > ahead / 2;
        if (!enough && !now.monotonic().isBefore(nextClaimAt)) {
            if (ready == 0 && lastClaimWasFull) {
                // The last batch was used up before this call, so the next one is larger.
                ahead = Math.min(MAX_AHEAD, 2 * ahead);
            }
            claim(ahead - ready, now);
            ready = readyCount(now);
        }
        int shortfall = lastClaimWasFull || enough ? 0 : ahead - ready;
        if (refresher.enqueue(shortfall, now)) {
            claim(shortfall, now);
        }
    }

    /** Claims due ids now, at last those to refresh; returns whether any claim is held then. */
    public boolean claimsMore() {
        RunTime now = now();
        claim(ahead, now);
        if (held.isEmpty() && refresher.enqueueLast(now)) {
            claim(ahead, now);
        }
        return !held.isEmpty();
    }

    /** Makes ids due at once that wait because the source was unavailable. */
    public void makeUnavailableDue() {
        RunTime now = now();
        if (claims.makeDue(Reason.UNAVAILABLE, now.wall()) > 0) {
            nextClaimAt = now.monotonic();
        }
    }

    /** Whether no id that this run may claim is pending or claimed, by any process. */
    public boolean isNothingPending() {
        return claims.nextDue().isEmpty();
    }

    private void claim(int most, RunTime now) {
        if (correctsDueTimes) {
            claims.correctDueTimes(now.wall());
            correctsDueTimes = false;
        }
        List<Claim> claimed = claims.claim(most, now.wall(), lease);
        lastClaimWasFull = claimed.size() == most;
        if (!lastClaimWasFull) {
            nextClaimAt = now.monotonic().plus(CLAIM_EVERY);
        }
        // After its lease expired, a held id may be claimed again; it is still fetched once.
        List<Claim> added =
                claimed.stream().filter(claim -> held.put(claim.id(), claim) == null).toList();
        if (added.size() < claimed.size()) {
            waiting.renew(held);
        }
        waiting.add(added, now);
        if (firstExpiry.isEmpty()) {
            updateFirstExpiry();
        }
    }

    /**
     * Extends leases that would expire soon; the attempts of lost claims are dropped. After the
     * wall clock was set back, all leases are extended, because they end too late, and due times
     * are corrected at the next claim.
     */
    public void extendLeases() {
        RunTime now = now();
        if (clockSteps.wasSetBack(now)) {
            correctsDueTimes = true;
            nextClaimAt = now.monotonic();
            extend(List.copyOf(held.values()), now);
        } else if (!now.monotonic().isBefore(nextExtensionAt)
                || firstExpiry.filter(expiry -> !now.wall().isBefore(expiry)).isPresent()) {
            Instant early = now.wall().plus(lease.dividedBy(3).multipliedBy(2));
            extend(
                    held.values().stream()
                            .filter(claim -> claim.lease().until().isBefore(early))
                            .toList(),
                    now);
        }
    }

    private void extend(Collection<Claim> old, RunTime now) {
        if (!old.isEmpty()) {
            Map<GenerationId, Claim> extended =
                    claims.extend(old, now.wall(), lease).stream()
                            .collect(Collectors.toMap(Claim::id, Function.identity()));
            old.forEach(claim -> held.remove(claim.id()));
            held.putAll(extended);
            waiting.renew(held);
        }
        nextExtensionAt = now.monotonic().plus(lease.dividedBy(3));
        updateFirstExpiry();
    }

    private void updateFirstExpiry() {
        firstExpiry =
                held.values().stream().map(claim -> claim.lease().until()).min(Instant::compareTo);
    }

    private RunTime now() {
        return RunTime.of(runtime);
    }

    /** Removes the next attempt that may start now; empty if there is none. */
    Optional<Attempt> poll(RunTime now) {
        return waiting.poll(now);
    }

    /** Puts back a polled attempt, to start at its {@code notBefore} or later. */
    public void putBack(Attempt attempt) {
        waiting.putBack(attempt);
    }

    /** How many attempts may start now. */
    int readyCount(RunTime now) {
        return waiting.readyCount(now);
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
        return Stream.concat(Stream.of(nextClaimAt, nextExtensionAt), waiting.nextRetry().stream());
    }

    /** Whether the claims in memory suffice, so that none is to be moved here. */
    public boolean isFull() {
        return held.size() >= MAX_AHEAD;
    }

    /** Moves the claim of a polled attempt to {@code other}, where the attempt is to start. */
    public void moveTo(LeasedClaims other, Attempt attempt) {
        Claim claim = Optional.ofNullable(held.remove(attempt.id())).orElseGet(attempt::claim);
        other.held.put(claim.id(), claim);
        other.waiting.putBack(attempt.withClaim(claim));
        if (other.firstExpiry.isEmpty()) {
            other.updateFirstExpiry();
        }
    }

    /** Attempts that were put back and have not started again. */
    public List<Attempt> retries() {
        return waiting.retries();
    }

    /** Drops the claims on {@code ids}, whose settlements are committed. */
    public void settled(Collection<GenerationId> ids) {
        ids.forEach(held::remove);
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

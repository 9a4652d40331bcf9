package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.Optional;

/** One row of the queue in memory. */
final class InMemoryEntry {

    final GenerationId id;
    final Instant firstSeen;
    QueueState state = QueueState.PENDING;
    boolean refresh;
    Instant since;
    Instant due;
    int attempts;
    Optional<Lease> lease = Optional.empty();
    Optional<AttemptOutcome> lastOutcome = Optional.empty();

    InMemoryEntry(GenerationId id, Instant now) {
        this.id = id;
        this.firstSeen = now;
        this.since = now;
        this.due = now;
    }

    /** Starts to wait for a record, as if it were new. */
    void start(Instant now, boolean again) {
        state = QueueState.PENDING;
        refresh = again;
        since = now;
        due = now;
        attempts = 0;
        lease = Optional.empty();
    }

    void end(QueueState end) {
        state = end;
        refresh = false;
        lease = Optional.empty();
    }

    void answered(AttemptOutcome answer) {
        attempts++;
        lastOutcome = Optional.of(answer);
        lease = Optional.empty();
    }

    boolean waits() {
        return state == QueueState.PENDING;
    }

    boolean isClaimedAt(Instant now) {
        return waits() && lease.filter(held -> held.holdsAt(now)).isPresent();
    }

    boolean isFreeAt(Instant now) {
        return waits() && !isClaimedAt(now);
    }

    boolean isDueAt(Instant now) {
        return isFreeAt(now) && !due.isAfter(now);
    }

    /** Whether {@code claim} is still the one on this entry. */
    boolean isHeldBy(Claim claim) {
        return waits() && lease.filter(held -> held.token() == claim.lease().token()).isPresent();
    }

    /** From when on it may be claimed. */
    Instant claimable() {
        return lease.map(Lease::until).orElse(due);
    }

    Claim claim(Lease held) {
        lease = Optional.of(held);
        return new Claim(id, since, attempts, refresh, held);
    }

    boolean isMeantBy(QueueQuery query, Instant now) {
        boolean rightState =
                query.state()
                        .map(wanted -> wanted == stateAt(now))
                        .orElse(state != QueueState.RECORDED);
        return rightState && (query.reason().isEmpty() || query.reason().equals(reason()));
    }

    QueueState stateAt(Instant now) {
        return isClaimedAt(now) ? QueueState.CLAIMED : state;
    }

    Optional<Reason> reason() {
        return lastOutcome.flatMap(AttemptOutcome::reason);
    }

    QueueEntry shownAt(Instant now) {
        return new QueueEntry(
                id,
                stateAt(now),
                refresh,
                firstSeen,
                attempts,
                waits() ? Optional.of(due) : Optional.empty(),
                isClaimedAt(now) ? lease.map(Lease::until) : Optional.empty(),
                lastOutcome);
    }
}

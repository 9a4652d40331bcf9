package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.Lease;
import io.genledger.ports.QueueEntry;
import io.genledger.ports.QueueQuery;
import io.genledger.ports.QueueState;
import io.genledger.ports.Reason;
import java.time.Instant;
import java.util.Optional;

/** One row of the queue in memory. */
final class InMemoryEntry {

    final GenerationId id;
    final Instant firstSeen;
    QueueState state = QueueState.PENDING;
    boolean reread;
    Instant since;
    Instant due;
    int attempts;
    Optional<Lease> lease = Optional.empty();
    Optional<LastAnswer> lastAnswer = Optional.empty();

    InMemoryEntry(GenerationId id, Instant now) {
        this.id = id;
        this.firstSeen = now;
        this.since = now;
        this.due = now;
    }

    /** Starts to wait for a record, as if it were new. */
    void start(Instant now, boolean again) {
        state = QueueState.PENDING;
        reread = again;
        since = now;
        due = now;
        attempts = 0;
        lease = Optional.empty();
    }

    void end(QueueState end) {
        state = end;
        reread = false;
        lease = Optional.empty();
    }

    void answered(LastAnswer answer) {
        attempts++;
        lastAnswer = Optional.of(answer);
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
        return new Claim(id, since, attempts, reread, held);
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
        return lastAnswer.flatMap(LastAnswer::reason);
    }

    QueueEntry shownAt(Instant now) {
        return new QueueEntry(
                id,
                stateAt(now),
                reread,
                firstSeen,
                attempts,
                waits() ? Optional.of(due) : Optional.empty(),
                isClaimedAt(now) ? lease.map(Lease::until) : Optional.empty(),
                lastAnswer);
    }
}

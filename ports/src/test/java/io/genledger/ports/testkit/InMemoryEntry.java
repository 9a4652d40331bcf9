package io.genledger.ports.testkit;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** One entry of the queue in memory. */
final class InMemoryEntry {

    /** The order in which entries are claimed. */
    static final Comparator<InMemoryEntry> BY_DUE =
            Comparator.<InMemoryEntry, Instant>comparing(entry -> entry.due)
                    .thenComparingLong(entry -> entry.number);

    private final long number;
    final GenerationId id;
    final Instant firstSeen;
    AccountName account;
    QueueState state = QueueState.PENDING;
    boolean refresh;
    boolean lookedUp;
    Instant since;
    Instant due;
    int attempts;
    Optional<Lease> lease = Optional.empty();
    Optional<AttemptOutcome> lastOutcome = Optional.empty();

    /**
     * @param number its position among the entries of its queue, by age
     */
    InMemoryEntry(GenerationId id, AccountName account, Instant now, long number) {
        this.number = number;
        this.id = id;
        this.account = account;
        this.firstSeen = now;
        this.since = now;
        this.due = now;
    }

    /** Makes it pending, as if it were new. */
    void start(Instant now, boolean asRefresh) {
        state = QueueState.PENDING;
        refresh = asRefresh;
        lookedUp = false;
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

    void attempted(AttemptOutcome outcome) {
        attempts++;
        lastOutcome = Optional.of(outcome);
        lease = Optional.empty();
    }

    boolean isPending() {
        return state == QueueState.PENDING;
    }

    boolean isClaimedAt(Instant now) {
        return isPending() && lease.filter(held -> held.holdsAt(now)).isPresent();
    }

    boolean isFreeAt(Instant now) {
        return isPending() && !isClaimedAt(now);
    }

    boolean isDueAt(Instant now) {
        return isFreeAt(now) && !due.isAfter(now);
    }

    /** Whether {@code claim} is the present claim of this entry. */
    boolean isHeldBy(Claim claim) {
        return isPending()
                && lease.filter(held -> held.token() == claim.lease().token()).isPresent();
    }

    /** The earliest time at which it can be claimed. */
    Instant claimable() {
        return lease.map(Lease::until).orElse(due);
    }

    /** When it was tracked, requeued or last attempted. */
    Instant lastChange() {
        return attempts == 0 ? since : lastOutcome.flatMap(AttemptOutcome::at).orElse(since);
    }

    Claim claim(Lease held) {
        lease = Optional.of(held);
        return new Claim(id, account, since, attempts, refresh, held);
    }

    boolean isSelectedBy(QueueQuery query, Instant now) {
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

    QueueEntry entryAt(Instant now) {
        return new QueueEntry(
                id,
                account,
                stateAt(now),
                refresh,
                firstSeen,
                attempts,
                isPending() ? Optional.of(due) : Optional.empty(),
                isClaimedAt(now) ? lease.map(Lease::until) : Optional.empty(),
                lastOutcome);
    }
}

package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Backlog;
import io.genledger.ports.Claim;
import io.genledger.ports.Claims;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.Lease;
import io.genledger.ports.Ledger;
import io.genledger.ports.LogEntry;
import io.genledger.ports.LogEntry.What;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.QueueState;
import io.genledger.ports.Settled;
import io.genledger.ports.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A queue that lasts as long as the object, beside a ledger that says what is kept. */
public final class InMemoryPendingGenerations implements PendingGenerations, Claims {

    private final InMemoryLedger ledger;
    private final InMemoryLedgerLog log = new InMemoryLedgerLog();
    private final InMemoryAsideDocuments aside = new InMemoryAsideDocuments();
    private final Map<GenerationId, InMemoryEntry> queue = new LinkedHashMap<>();
    private long leases;

    /** A queue in front of {@code ledger}. */
    public InMemoryPendingGenerations(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** What happened to its ids. */
    public InMemoryLedgerLog log() {
        return log;
    }

    /** What was kept aside. */
    public InMemoryAsideDocuments aside() {
        return aside;
    }

    /** The queue as people see it. */
    public InMemoryQueueDesk desk() {
        return new InMemoryQueueDesk(this);
    }

    @Override
    public synchronized Tracked track(Set<GenerationId> ids, Instant now) {
        int added = 0;
        int pending = 0;
        int kept = 0;
        int ended = 0;
        for (GenerationId id : ids) {
            InMemoryEntry entry = entries().get(id);
            if (ledger.keepsTheRecordOf(id)) {
                kept++;
            } else if (entry != null && entry.waits()) {
                pending++;
            } else if (entry != null && entry.state != QueueState.RECORDED) {
                ended++;
            } else {
                start(id, now, false);
                added++;
            }
        }
        return new Tracked(added, pending, kept, ended);
    }

    @Override
    public synchronized List<Claim> claim(int most, Instant now, Duration lease) {
        Lease held = new Lease(++leases, now.plus(lease));
        return entries().values().stream()
                .filter(entry -> entry.isDueAt(now))
                .sorted(Comparator.comparing(entry -> entry.due))
                .limit(most)
                .map(entry -> entry.claim(held))
                .toList();
    }

    @Override
    public synchronized List<Claim> extend(Collection<Claim> claims, Instant now, Duration lease) {
        List<Claim> extended = new ArrayList<>();
        for (Claim claim : claims) {
            InMemoryEntry entry = entries().get(claim.id());
            if (entry != null && entry.isHeldBy(claim)) {
                extended.add(entry.claim(new Lease(claim.lease().token(), now.plus(lease))));
            }
        }
        return extended;
    }

    @Override
    public synchronized List<Settled> settle(List<Settlement> settlements) {
        return settlements.stream().map(this::settle).toList();
    }

    private Settled settle(Settlement settlement) {
        if (settlement instanceof Settlement.Recorded recorded) {
            return record(recorded);
        }
        InMemoryEntry entry = entries().get(settlement.claim().id());
        if (entry == null || !entry.isHeldBy(settlement.claim())) {
            return Settled.LOST;
        }
        if (settlement instanceof Settlement.Later later) {
            again(entry, later.due(), later.answer());
        } else if (settlement instanceof Settlement.SetAside odd) {
            again(entry, odd.due(), odd.answer());
            aside.keep(entry.id, odd.answer(), odd.document());
        } else if (settlement instanceof Settlement.GivenUp over) {
            end(entry, QueueState.GIVEN_UP, over.answer());
        } else if (settlement instanceof Settlement.Refused no) {
            end(entry, QueueState.REFUSED, no.answer());
        } else {
            entry.lease = Optional.empty();
        }
        return Settled.NOTED;
    }

    private Settled record(Settlement.Recorded recorded) {
        Ledger.Outcome outcome = ledger.record(List.of(recorded.recording())).get(0);
        InMemoryEntry entry = queue.get(recorded.claim().id());
        if (entry != null) {
            entry.attempts += entry.waits() ? 1 : 0;
            if (entry.reread && outcome == Ledger.Outcome.UNCHANGED) {
                Instant at = recorded.recording().document().receivedAt();
                log.add(entry.id, new LogEntry(at, What.REREAD, entry.attempts, Optional.empty()));
            }
            entry.end(QueueState.RECORDED);
        }
        return Settled.of(outcome);
    }

    private static void again(InMemoryEntry entry, Instant due, LastAnswer answer) {
        entry.answered(answer);
        entry.due = due;
    }

    private void end(InMemoryEntry entry, QueueState state, LastAnswer answer) {
        entry.answered(answer);
        What inVain = state == QueueState.GIVEN_UP ? What.GIVEN_UP : What.REFUSED;
        What what = entry.reread ? What.REREAD : inVain;
        Instant at = answer.at().orElse(Instant.EPOCH);
        log.add(entry.id, new LogEntry(at, what, entry.attempts, Optional.of(answer)));
        entry.end(entry.reread ? QueueState.RECORDED : state);
    }

    @Override
    public synchronized Backlog backlog(Instant now) {
        List<InMemoryEntry> all = List.copyOf(entries().values());
        List<Instant> later =
                all.stream()
                        .filter(entry -> entry.isFreeAt(now) && !entry.isDueAt(now))
                        .map(entry -> entry.due)
                        .sorted()
                        .toList();
        return new Backlog(
                all.stream().filter(entry -> entry.isDueAt(now)).count(),
                later.size(),
                all.stream().filter(entry -> entry.isClaimedAt(now)).count(),
                all.stream().filter(entry -> entry.state == QueueState.GIVEN_UP).count(),
                all.stream().filter(entry -> entry.state == QueueState.REFUSED).count(),
                later.stream().findFirst());
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return entries().values().stream()
                .filter(InMemoryEntry::waits)
                .map(InMemoryEntry::claimable)
                .min(Comparator.naturalOrder());
    }

    /** Makes an id wait; for a re-read, or for its first record. */
    void start(GenerationId id, Instant now, boolean reread) {
        InMemoryEntry entry = queue.computeIfAbsent(id, first -> new InMemoryEntry(id, now));
        if (entry.state == QueueState.GIVEN_UP || entry.state == QueueState.REFUSED) {
            log.add(id, new LogEntry(now, What.REVIVED, entry.attempts, entry.lastAnswer));
        }
        if (entry.state == QueueState.RECORDED) {
            log.add(id, new LogEntry(now, What.REREAD_DUE, entry.attempts, entry.lastAnswer));
        }
        entry.start(now, reread);
    }

    /** The queue; what was recorded beside it, by an import, waits no longer. */
    Map<GenerationId, InMemoryEntry> entries() {
        for (InMemoryEntry entry : queue.values()) {
            if (!entry.reread
                    && entry.state != QueueState.RECORDED
                    && ledger.keepsTheRecordOf(entry.id)) {
                entry.end(QueueState.RECORDED);
            }
        }
        return queue;
    }
}

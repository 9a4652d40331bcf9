package io.genledger.ports.testkit;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.LookedUpGenerations;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A queue in memory, in front of a ledger in memory. */
public final class InMemoryPendingGenerations
        implements PendingGenerations, LookedUpGenerations, Claims {

    private final InMemoryLedger ledger;
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final Map<GenerationId, InMemoryEntry> queue = new LinkedHashMap<>();

    /** The pending entries, so that a claim does not look at all of a long queue. */
    private final NavigableSet<InMemoryEntry> pending = new TreeSet<>(InMemoryEntry.BY_DUE);

    private long entries;
    private long leases;
    private int knownRecords;

    /** A queue in front of {@code ledger}. */
    public InMemoryPendingGenerations(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** The logged events of its ids. */
    public InMemoryEventLog log() {
        return log;
    }

    /** The quarantined documents of its ids. */
    public InMemoryQuarantine quarantine() {
        return quarantine;
    }

    /** The reader and editor of this queue. */
    public InMemoryQueueAdmin admin() {
        return new InMemoryQueueAdmin(this);
    }

    @Override
    public synchronized Tracked track(Set<GenerationId> ids, AccountName account, Instant now) {
        int added = 0;
        int pending = 0;
        int recorded = 0;
        int givenUp = 0;
        for (GenerationId id : ids) {
            InMemoryEntry entry = entries().get(id);
            if (ledger.hasRecordOf(id)) {
                recorded++;
            } else if (entry != null && entry.isPending()) {
                entry.lookedUp = false;
                pending++;
            } else if (entry != null && entry.state != QueueState.RECORDED) {
                givenUp++;
            } else {
                start(id, account, now, false);
                added++;
            }
        }
        return new Tracked(added, pending, recorded, givenUp);
    }

    @Override
    public synchronized Outcome track(GenerationId id, AccountName account, Instant now, int most) {
        if (ledger.hasRecordOf(id) || entries().containsKey(id)) {
            return Outcome.KNOWN;
        }
        if (pending.stream().filter(entry -> entry.lookedUp).count() >= most) {
            return Outcome.FULL;
        }
        start(id, account, now, false);
        Objects.requireNonNull(entries().get(id)).lookedUp = true;
        return Outcome.TRACKED;
    }

    @Override
    public Claims ofAccounts(Set<AccountName> accounts) {
        return new ClaimsAround(this) {
            @Override
            public List<Claim> claim(int most, Instant now, Duration lease) {
                return claimWhere(entry -> accounts.contains(entry.account), most, now, lease);
            }

            @Override
            public Optional<Instant> nextDue() {
                return nextDueWhere(entry -> accounts.contains(entry.account));
            }

            @Override
            public int makeDue(Reason reason, Instant now) {
                return makeDueBecause(reason, now, entry -> accounts.contains(entry.account));
            }
        };
    }

    @Override
    public List<Claim> claim(int most, Instant now, Duration lease) {
        return claimWhere(entry -> true, most, now, lease);
    }

    private synchronized List<Claim> claimWhere(
            Predicate<InMemoryEntry> selection, int most, Instant now, Duration lease) {
        Lease held = new Lease(++leases, now.plus(lease));
        endRecorded();
        return pending.stream()
                .takeWhile(entry -> !entry.due.isAfter(now))
                .filter(entry -> entry.isFreeAt(now))
                .filter(selection)
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
    public synchronized List<SettlementResult> settle(List<Settlement> settlements) {
        return settlements.stream().map(this::settle).toList();
    }

    private SettlementResult settle(Settlement settlement) {
        if (settlement instanceof Settlement.Recorded recorded) {
            return record(recorded);
        }
        InMemoryEntry entry = entries().get(settlement.claim().id());
        if (entry == null || !entry.isHeldBy(settlement.claim())) {
            return SettlementResult.LOST;
        }
        if (settlement instanceof Settlement.Deferred later) {
            defer(entry, later.due(), later.outcome());
        } else if (settlement instanceof Settlement.Quarantined unusable) {
            defer(entry, unusable.due(), unusable.outcome());
            quarantine.add(entry.id, unusable.outcome(), unusable.document());
        } else if (settlement instanceof Settlement.GivenUp end) {
            end(entry, QueueState.GIVEN_UP, end.outcome());
        } else if (settlement instanceof Settlement.Refused refused) {
            end(entry, QueueState.REFUSED, refused.outcome());
        } else {
            entry.lease = Optional.empty();
        }
        return SettlementResult.NOTED;
    }

    private SettlementResult record(Settlement.Recorded recorded) {
        Ledger.Outcome outcome = ledger.record(List.of(recorded.recording())).get(0);
        InMemoryEntry entry = queue.get(recorded.claim().id());
        if (entry != null) {
            entry.attempts += entry.isPending() ? 1 : 0;
            if (entry.refresh && outcome == Ledger.Outcome.UNCHANGED) {
                Instant at = recorded.recording().document().receivedAt();
                log.add(
                        entry.id,
                        new QueueEvent(at, Kind.REFRESHED, entry.attempts, Optional.empty()));
            }
            entry.account = recorded.claim().account();
            alter(entry, one -> one.end(QueueState.RECORDED));
        }
        return SettlementResult.of(outcome);
    }

    private void defer(InMemoryEntry entry, Instant due, AttemptOutcome outcome) {
        entry.attempted(outcome);
        alter(entry, one -> one.due = due);
    }

    private void end(InMemoryEntry entry, QueueState state, AttemptOutcome outcome) {
        entry.attempted(outcome);
        Kind terminal = state == QueueState.GIVEN_UP ? Kind.GIVEN_UP : Kind.REFUSED;
        Kind kind = entry.refresh ? Kind.REFRESHED : terminal;
        Instant at = outcome.at().orElse(Instant.EPOCH);
        log.add(entry.id, new QueueEvent(at, kind, entry.attempts, Optional.of(outcome)));
        alter(entry, one -> one.end(one.refresh ? QueueState.RECORDED : state));
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
    public Optional<Instant> nextDue() {
        return nextDueWhere(entry -> true);
    }

    private synchronized Optional<Instant> nextDueWhere(Predicate<InMemoryEntry> selection) {
        return entries().values().stream()
                .filter(InMemoryEntry::isPending)
                .filter(selection)
                .map(InMemoryEntry::claimable)
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized int correctDueTimes(Instant now) {
        return makeDue(now, entry -> entry.lastChange().isAfter(now.plus(CLOCK_TOLERANCE)));
    }

    @Override
    public int makeDue(Reason reason, Instant now) {
        return makeDueBecause(reason, now, entry -> true);
    }

    private synchronized int makeDueBecause(
            Reason reason, Instant now, Predicate<InMemoryEntry> selection) {
        return makeDue(now, selection.and(entry -> entry.reason().equals(Optional.of(reason))));
    }

    @Override
    public synchronized Set<AccountName> accountsPending() {
        return entries().values().stream()
                .filter(InMemoryEntry::isPending)
                .map(entry -> entry.account)
                .collect(Collectors.toSet());
    }

    private int makeDue(Instant now, Predicate<InMemoryEntry> wanted) {
        List<InMemoryEntry> later =
                entries().values().stream()
                        .filter(entry -> entry.isFreeAt(now) && !entry.isDueAt(now))
                        .filter(wanted)
                        .toList();
        later.forEach(entry -> alter(entry, one -> one.due = now));
        return later.size();
    }

    /** Makes an id pending, for a refresh or for its first record. */
    void start(GenerationId id, AccountName account, Instant now, boolean refresh) {
        InMemoryEntry entry =
                queue.computeIfAbsent(id, first -> new InMemoryEntry(id, account, now, ++entries));
        if (entry.state == QueueState.GIVEN_UP || entry.state == QueueState.REFUSED) {
            log.add(id, new QueueEvent(now, Kind.REQUEUED, entry.attempts, entry.lastOutcome));
        }
        if (entry.state == QueueState.RECORDED) {
            log.add(id, new QueueEvent(now, Kind.REFRESH_DUE, entry.attempts, entry.lastOutcome));
        }
        alter(
                entry,
                one -> {
                    one.account = account;
                    one.start(now, refresh);
                });
    }

    /** Changes the state or the due time of an entry. */
    void alter(InMemoryEntry entry, Consumer<InMemoryEntry> change) {
        pending.remove(entry);
        change.accept(entry);
        if (entry.isPending()) {
            pending.add(entry);
        }
    }

    /** Removes an entry. */
    void remove(InMemoryEntry entry) {
        pending.remove(entry);
        queue.remove(entry.id);
    }

    /** All entries; those of ids that were imported meanwhile become recorded. */
    Map<GenerationId, InMemoryEntry> entries() {
        endRecorded();
        return queue;
    }

    private void endRecorded() {
        for (GenerationId id : ledger.recordedAfter(knownRecords)) {
            knownRecords++;
            InMemoryEntry entry = queue.get(id);
            if (entry != null && !entry.refresh && entry.state != QueueState.RECORDED) {
                alter(entry, one -> one.end(QueueState.RECORDED));
            }
        }
    }
}

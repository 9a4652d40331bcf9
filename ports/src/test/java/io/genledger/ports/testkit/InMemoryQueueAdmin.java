package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reader and editor of a queue in memory. */
public final class InMemoryQueueAdmin implements QueueReader, QueueEditor {

    private static final Comparator<QueueEntry> ORDER =
            Comparator.comparing(InMemoryQueueAdmin::stateOrder)
                    .thenComparing(InMemoryQueueAdmin::reasonOrder)
                    .thenComparing(QueueEntry::firstSeen)
                    .thenComparing(entry -> entry.id().value());

    private final InMemoryPendingGenerations queue;

    InMemoryQueueAdmin(InMemoryPendingGenerations queue) {
        this.queue = queue;
    }

    @Override
    public List<QueueEntry> list(QueueQuery query, int most, Instant now) {
        synchronized (queue) {
            return selectedBy(query, now).stream()
                    .map(entry -> entry.entryAt(now))
                    .sorted(ORDER)
                    .limit(most)
                    .toList();
        }
    }

    /** A claimed entry is ordered as pending. */
    private static String stateOrder(QueueEntry entry) {
        return entry.state() == QueueState.CLAIMED
                ? QueueState.PENDING.code()
                : entry.state().code();
    }

    private static String reasonOrder(QueueEntry entry) {
        return entry.lastOutcome().flatMap(AttemptOutcome::reason).map(Reason::code).orElse("");
    }

    private record Group(QueueState state, Optional<Reason> reason) {}

    @Override
    public List<QueueTotal> count(QueueQuery query, Instant now) {
        synchronized (queue) {
            Map<Group, List<InMemoryEntry>> groups = new HashMap<>();
            for (InMemoryEntry entry : selectedBy(query, now)) {
                groups.computeIfAbsent(
                                new Group(entry.stateAt(now), entry.reason()),
                                first -> new ArrayList<>())
                        .add(entry);
            }
            List<QueueTotal> totals = new ArrayList<>();
            groups.forEach((group, entries) -> totals.add(total(group, entries)));
            totals.sort(
                    Comparator.comparing(QueueTotal::state)
                            .thenComparingInt(t -> t.reason().map(Reason::ordinal).orElse(-1)));
            return totals;
        }
    }

    private static QueueTotal total(Group group, List<InMemoryEntry> entries) {
        return new QueueTotal(
                group.state(),
                group.reason(),
                entries.size(),
                entries.stream().map(e -> e.firstSeen).min(Comparator.naturalOrder()).orElseThrow(),
                entries.stream()
                        .filter(InMemoryEntry::isPending)
                        .map(e -> group.state() == QueueState.CLAIMED ? e.claimable() : e.due)
                        .min(Comparator.naturalOrder()));
    }

    @Override
    public Optional<QueueEntry> find(GenerationId id, Instant now) {
        synchronized (queue) {
            return Optional.ofNullable(queue.entries().get(id)).map(entry -> entry.entryAt(now));
        }
    }

    @Override
    public Requeued requeue(Set<GenerationId> ids, Instant now) {
        synchronized (queue) {
            Requeued requeued = new Requeued(new LinkedHashSet<>(), new LinkedHashSet<>());
            for (GenerationId id : ids) {
                InMemoryEntry entry = queue.entries().get(id);
                if (entry != null && entry.state != QueueState.RECORDED) {
                    requeue(entry, now);
                    (entry.isClaimedAt(now) ? requeued.claimed() : requeued.due()).add(id);
                }
            }
            return requeued;
        }
    }

    @Override
    public long requeueAll(QueueQuery query, Instant now) {
        synchronized (queue) {
            List<InMemoryEntry> requeueable =
                    selectedBy(query, now).stream()
                            .filter(entry -> entry.state != QueueState.RECORDED)
                            .filter(entry -> !entry.isClaimedAt(now))
                            .toList();
            requeueable.forEach(entry -> requeue(entry, now));
            return requeueable.size();
        }
    }

    private void requeue(InMemoryEntry entry, Instant now) {
        if (!entry.isPending()) {
            queue.start(entry.id, entry.account, now, false);
        } else if (!entry.isClaimedAt(now)) {
            queue.alter(entry, one -> one.due = now.isBefore(one.due) ? now : one.due);
        }
    }

    @Override
    public Set<GenerationId> forget(Set<GenerationId> ids, Instant now) {
        synchronized (queue) {
            Set<GenerationId> forgotten = new LinkedHashSet<>();
            for (GenerationId id : ids) {
                InMemoryEntry entry = queue.entries().get(id);
                if (entry != null && entry.state != QueueState.RECORDED) {
                    forget(entry, now);
                    forgotten.add(id);
                }
            }
            return forgotten;
        }
    }

    private void forget(InMemoryEntry entry, Instant now) {
        if (entry.refresh) {
            queue.alter(entry, one -> one.end(QueueState.RECORDED));
        } else {
            queue.log()
                    .add(
                            entry.id,
                            new QueueEvent(entry.firstSeen, Kind.TRACKED, 0, Optional.empty()));
            queue.remove(entry);
        }
        queue.log()
                .add(
                        entry.id,
                        new QueueEvent(now, Kind.FORGOTTEN, entry.attempts, entry.lastOutcome));
    }

    private List<InMemoryEntry> selectedBy(QueueQuery query, Instant now) {
        return queue.entries().values().stream().filter(e -> e.isSelectedBy(query, now)).toList();
    }
}

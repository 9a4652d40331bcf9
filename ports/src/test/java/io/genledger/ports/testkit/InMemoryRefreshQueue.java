package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.RefreshQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts generations of a ledger in memory into a queue in memory for a refresh. */
public final class InMemoryRefreshQueue implements RefreshQueue {

    private final InMemoryLedger ledger;
    private final InMemoryPendingGenerations queue;
    private final Map<GenerationId, Instant> enqueued = new HashMap<>();

    /** Refreshes {@code ledger} through {@code queue}. */
    public InMemoryRefreshQueue(InMemoryLedger ledger, InMemoryPendingGenerations queue) {
        this.ledger = ledger;
        this.queue = queue;
    }

    @Override
    public int enqueue(Duration age, int most, Instant now) {
        synchronized (queue) {
            List<GenerationId> due =
                    ledger.created().entrySet().stream()
                            .filter(e -> !e.getValue().plus(age).isAfter(now))
                            .filter(e -> receivedAt(e.getKey()).isBefore(e.getValue().plus(age)))
                            .map(Map.Entry::getKey)
                            .limit(most)
                            .toList();
            for (GenerationId id : due) {
                enqueued.put(id, now);
                InMemoryEntry entry = queue.entries().get(id);
                if (entry == null || !entry.isPending()) {
                    queue.start(id, now, true);
                }
            }
            return due.size();
        }
    }

    private Instant receivedAt(GenerationId id) {
        Instant newest = newest(ledger.revisions(id)).document().receivedAt();
        Instant last = enqueued.getOrDefault(id, newest);
        return last.isAfter(newest) ? last : newest;
    }

    private static Revision newest(List<Revision> revisions) {
        return revisions.get(revisions.size() - 1);
    }
}

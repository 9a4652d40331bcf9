package io.genledger.ports.testkit;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.RefreshQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts generations of a ledger in memory into a queue in memory for a refresh. */
public final class InMemoryRefreshQueue implements RefreshQueue {

    private final InMemoryLedger ledger;
    private final InMemoryPendingGenerations queue;
    private final Map<GenerationId, Instant> enqueued;
    private final Optional<AccountName> account;

    /** Refreshes {@code ledger} through {@code queue}. */
    public InMemoryRefreshQueue(InMemoryLedger ledger, InMemoryPendingGenerations queue) {
        this(ledger, queue, new HashMap<>(), Optional.empty());
    }

    private InMemoryRefreshQueue(
            InMemoryLedger ledger,
            InMemoryPendingGenerations queue,
            Map<GenerationId, Instant> enqueued,
            Optional<AccountName> account) {
        this.ledger = ledger;
        this.queue = queue;
        this.enqueued = enqueued;
        this.account = account;
    }

    @Override
    public RefreshQueue ofAccount(AccountName only) {
        return new InMemoryRefreshQueue(ledger, queue, enqueued, Optional.of(only));
    }

    @Override
    public int enqueue(Duration age, int most, Instant now) {
        synchronized (queue) {
            List<GenerationId> due =
                    ledger.created().entrySet().stream()
                            .filter(e -> !e.getValue().plus(age).isAfter(now))
                            .filter(e -> receivedAt(e.getKey()).isBefore(e.getValue().plus(age)))
                            .map(Map.Entry::getKey)
                            .filter(id -> account.map(accountOf(id)::equals).orElse(true))
                            .limit(most)
                            .toList();
            for (GenerationId id : due) {
                enqueued.put(id, now);
                InMemoryEntry entry = queue.entries().get(id);
                if (entry == null || !entry.isPending()) {
                    queue.start(id, accountOf(id), now, true);
                }
            }
            return due.size();
        }
    }

    private AccountName accountOf(GenerationId id) {
        return newest(ledger.revisions(id)).account();
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

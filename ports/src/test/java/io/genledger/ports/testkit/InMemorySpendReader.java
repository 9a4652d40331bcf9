package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sums the spend of a ledger in memory, and counts what its queue has not collected. */
public final class InMemorySpendReader implements SpendReader {

    private final InMemoryLedger ledger;
    private final InMemoryPendingGenerations queue;

    /**
     * Reads {@code ledger}.
     *
     * @param queue the queue in front of it
     */
    public InMemorySpendReader(InMemoryLedger ledger, InMemoryPendingGenerations queue) {
        this.ledger = ledger;
        this.queue = queue;
    }

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        var unused = ledger.read(query, rows);
        Set<GenerationId> summed =
                ledger.asOf(query.asOf()).stream()
                        .map(one -> one.generation().id())
                        .collect(Collectors.toSet());
        List<InMemoryEntry> entries;
        synchronized (queue) {
            entries =
                    queue.entries().values().stream()
                            .filter(entry -> !summed.contains(entry.id))
                            .filter(entry -> isSelected(query, entry))
                            .toList();
        }
        return Optional.of(
                new Uncollected(
                        count(entries, QueueState.PENDING) + count(entries, QueueState.RECORDED),
                        count(entries, QueueState.GIVEN_UP),
                        count(entries, QueueState.REFUSED)));
    }

    private static boolean isSelected(SpendQuery query, InMemoryEntry entry) {
        Optional<String> account = Optional.of(entry.account.toString());
        return query.range().contains(entry.id.startedAt().orElse(entry.firstSeen))
                && query.asOf().map(end -> !entry.firstSeen.isAfter(end)).orElse(true)
                && GenerationFilter.by(Dimension.ACCOUNT, query.filters())
                        .allMatch(filter -> filter.selects(account));
    }

    private static long count(List<InMemoryEntry> entries, QueueState state) {
        return entries.stream().filter(entry -> entry.state == state).count();
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return ledger.keepsSums(query);
    }
}

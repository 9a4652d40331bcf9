package io.genledger.ports.testkit;

import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LedgerName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A lake in memory, which copies from feeds in memory. */
public final class InMemoryLake implements Lake {

    private final Map<LedgerName, InMemoryLedgerFeed> feeds;
    private final Map<LedgerName, TreeMap<Long, InMemoryLedgerFeed.Row>> rows = new TreeMap<>();

    /**
     * @param feeds the feed that is read for each ledger
     */
    public InMemoryLake(Map<LedgerName, InMemoryLedgerFeed> feeds) {
        this.feeds = Map.copyOf(feeds);
    }

    @Override
    public synchronized List<Part> parts() {
        return rows.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part ->
                        new Part(
                                part.getKey(),
                                part.getValue().lastEntry().getValue().identity(),
                                part.getValue().size(),
                                part.getValue().values().stream()
                                        .map(InMemoryLedgerFeed.Row::created)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow()))
                .toList();
    }

    @Override
    public synchronized Optional<FeedRow> last(LedgerName ledger) {
        return Optional.ofNullable(of(ledger).lastEntry()).map(last -> last.getValue().identity());
    }

    @Override
    public Optional<FeedRow> offered(LedgerName ledger, long sequence) {
        return feed(ledger).rows(sequence - 1, sequence).stream()
                .map(InMemoryLedgerFeed.Row::identity)
                .findFirst();
    }

    /** Rows that another statement has added behind {@code after} are not added again. */
    @Override
    public synchronized Copying copy(LedgerName ledger, long after, long until) {
        long before = of(ledger).size();
        feed(ledger)
                .rows(after, until)
                .forEach(row -> of(ledger).putIfAbsent(row.identity().sequence(), row));
        return new Copying.Copied(of(ledger).size() - before);
    }

    @Override
    public synchronized List<FeedSums> sums(LedgerName ledger, long until, Instant from) {
        return InMemoryLedgerFeed.sums(List.copyOf(of(ledger).headMap(until, true).values()), from);
    }

    @Override
    public synchronized long delete(LedgerName ledger, long from) {
        Map<Long, InMemoryLedgerFeed.Row> deleted = of(ledger).tailMap(from, true);
        long count = deleted.size();
        deleted.clear();
        return count;
    }

    /** It holds no text that names a user. */
    @Override
    public long erase(LedgerName ledger) {
        return 0;
    }

    @Override
    public long toErase(LedgerName ledger) {
        return 0;
    }

    /** It keeps no earlier state. */
    @Override
    public void maintain(Duration retention) {}

    private InMemoryLedgerFeed feed(LedgerName ledger) {
        return Objects.requireNonNull(feeds.get(ledger), () -> "no feed of " + ledger);
    }

    private NavigableMap<Long, InMemoryLedgerFeed.Row> of(LedgerName ledger) {
        return rows.computeIfAbsent(ledger, name -> new TreeMap<>());
    }
}

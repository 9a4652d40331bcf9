package io.genledger.ports.usecase.queue;

import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Shows what is in the queue. */
public final class ListPending {

    private final QueueReader queue;
    private final Quarantine aside;
    private final InstantSource clock;

    /** Shows {@code queue}, and how much was kept {@code aside}. */
    public ListPending(QueueReader queue, Quarantine aside, InstantSource clock) {
        this.queue = queue;
        this.aside = aside;
        this.clock = clock;
    }

    /**
     * What is in the queue.
     *
     * @param at the moment it is about
     * @param totals how many entries, by state and reason
     * @param entries the first of them
     * @param aside for how many ids answers are kept that could not be recorded
     */
    public record Listing(
            Instant at, List<QueueTotal> totals, List<QueueEntry> entries, long aside) {

        /** How many entries there are. */
        public long ids() {
            return totals.stream().mapToLong(QueueTotal::ids).sum();
        }
    }

    /**
     * Counts all entries that {@code query} means, and lists the first.
     *
     * @param most how many to list at most
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the queue cannot be read
     */
    public Listing list(QueueQuery query, int most) {
        Instant now = clock.instant();
        return new Listing(
                now,
                queue.count(query, now),
                most == 0 ? List.of() : queue.list(query, most, now),
                aside.countIds());
    }
}

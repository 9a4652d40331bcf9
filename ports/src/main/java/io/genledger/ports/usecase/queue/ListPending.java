package io.genledger.ports.usecase.queue;

import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Lists the entries of the queue. */
public final class ListPending {

    private final QueueReader queue;
    private final Quarantine quarantine;
    private final InstantSource clock;

    /** Lists {@code queue} and counts {@code quarantine}. */
    public ListPending(QueueReader queue, Quarantine quarantine, InstantSource clock) {
        this.queue = queue;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /**
     * Totals of the selected entries, and the first of them.
     *
     * @param at the time of the listing
     * @param totals numbers of entries by state and reason
     * @param entries the first entries
     * @param quarantined how many ids of the whole queue have quarantined documents; 0 or more
     */
    public record Listing(
            Instant at, List<QueueTotal> totals, List<QueueEntry> entries, long quarantined) {

        /** How many entries the query selects; 0 or more. */
        public long ids() {
            return totals.stream().mapToLong(QueueTotal::ids).sum();
        }
    }

    /**
     * Counts all entries that {@code query} selects and lists the first ones.
     *
     * @param most the most entries to list; 0 or more
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the queue cannot be read
     */
    public Listing list(QueueQuery query, int most) {
        Instant now = clock.instant();
        return new Listing(
                now,
                queue.count(query, now),
                most == 0 ? List.of() : queue.list(query, most, now),
                quarantine.total().ids());
    }
}

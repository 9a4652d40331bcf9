package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Set;

/** Edits the queue. The {@link EventLog} keeps requeued and forgotten ids. */
public interface QueueEditor {

    /**
     * Makes ids due at once, all or none. A given-up or refused id is pending again, as if it were
     * new; a claimed one stays claimed.
     *
     * @return the ids that are in the queue
     * @throws LedgerUnavailableException if nothing could be written
     */
    Requeued requeue(Set<GenerationId> ids, Instant now);

    /**
     * Requeued ids by their present state.
     *
     * @param due pending and due now
     * @param claimed claimed by a worker whose lease has not expired
     */
    record Requeued(Set<GenerationId> due, Set<GenerationId> claimed) {}

    /**
     * Makes all entries due at once that {@code query} selects, except claimed and recorded ones.
     * Works in batches, so that other processes can use the queue meanwhile.
     *
     * @return how many entries are due now; 0 or more
     * @throws LedgerUnavailableException if not all could be written; a second call writes the rest
     */
    long requeueAll(QueueQuery query, Instant now);

    /**
     * Drops ids from the queue, all or none. A recorded generation stays recorded. A claim of a
     * dropped id is lost, but a record that is fetched under it is still recorded.
     *
     * @return the dropped ids; the others are not in the queue
     * @throws LedgerUnavailableException if nothing could be written
     */
    Set<GenerationId> forget(Set<GenerationId> ids, Instant now);
}

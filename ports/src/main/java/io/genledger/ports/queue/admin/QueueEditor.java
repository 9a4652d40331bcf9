package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Set;

/** Lets people overrule the queue. What was done is in the {@link EventLog}. */
public interface QueueEditor {

    /**
     * Makes ids due at once. One that was given up or refused waits again, as if it were new; one
     * that is claimed stays claimed. All is done or nothing.
     *
     * @return what became of those that are in the queue
     * @throws LedgerUnavailableException if nothing could be written
     */
    Requeued requeue(Set<GenerationId> ids, Instant now);

    /**
     * What became of ids in the queue.
     *
     * @param due wait, and are due now
     * @param claimed are claimed: somebody asks for them, or did and died
     */
    record Requeued(Set<GenerationId> due, Set<GenerationId> claimed) {}

    /**
     * Makes all entries due at once that {@code query} means, unless they are claimed or recorded.
     * Some at a time, so that nobody else has to wait until all is done.
     *
     * @return how many
     * @throws LedgerUnavailableException if not all could be written; doing it again does the rest
     */
    long requeueAll(QueueQuery query, Instant now);

    /**
     * Drops ids from the queue. A generation whose record is kept stays recorded. Whoever claims an
     * id has lost it; a record that he brings is kept all the same. All is done or nothing.
     *
     * @return the ids that were dropped; the others were not in the queue
     * @throws LedgerUnavailableException if nothing could be written
     */
    Set<GenerationId> forget(Set<GenerationId> ids, Instant now);
}

package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.Set;

/** Lets people overrule the queue. What was done is in the {@link LedgerLog}. */
public interface QueueEditor {

    /**
     * Makes ids due at once. One that was given up or refused waits again, as if it were new; one
     * that is claimed is being asked for anyway. All is done or nothing.
     *
     * @return the ids that wait or are claimed now; the others are not in the queue
     * @throws LedgerUnavailableException if nothing could be written
     */
    Set<GenerationId> revive(Set<GenerationId> ids, Instant now);

    /**
     * Makes all entries due at once that {@code query} means, unless they are claimed or recorded.
     * Some at a time, so that nobody else has to wait until all is done.
     *
     * @return how many
     * @throws LedgerUnavailableException if not all could be written; doing it again does the rest
     */
    long reviveAll(QueueQuery query, Instant now);

    /**
     * Drops ids from the queue. A generation whose record is kept stays recorded. Whoever claims an
     * id has lost it; a record that he brings is kept all the same. All is done or nothing.
     *
     * @return the ids that were dropped; the others were not in the queue
     * @throws LedgerUnavailableException if nothing could be written
     */
    Set<GenerationId> forget(Set<GenerationId> ids, Instant now);
}

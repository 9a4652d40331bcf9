package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;

/** Reads fetched documents that could not be recorded. */
public interface Quarantine {

    /** The most different documents kept for one id; the oldest is dropped for a new one. */
    int MOST_PER_ID = 3;

    /**
     * The quarantined documents of one id, oldest first.
     *
     * @throws LedgerUnavailableException if they cannot be read
     */
    List<QuarantinedDocument> of(GenerationId id);

    /**
     * Counts the ids that have quarantined documents.
     *
     * @throws LedgerUnavailableException if they cannot be counted
     */
    long countIds();
}

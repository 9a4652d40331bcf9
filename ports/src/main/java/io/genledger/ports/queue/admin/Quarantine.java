package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;

/** Where answers are kept that could not be recorded. */
public interface Quarantine {

    /** How many different bodies are kept for one id; an older one makes room. */
    int MOST_PER_ID = 3;

    /**
     * What came for one id, the oldest first.
     *
     * @throws LedgerUnavailableException if they cannot be read
     */
    List<QuarantinedDocument> of(GenerationId id);

    /**
     * For how many ids something is kept.
     *
     * @throws LedgerUnavailableException if they cannot be counted
     */
    long countIds();
}

package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps every generation exactly once, with its original document. Safe for use by many threads.
 */
public interface Ledger {

    /** What became of one recording. */
    enum Outcome {
        /** It is the first of its generation. */
        RECORDED,
        /** It says something else than before: it became a new revision, the old one stays. */
        REVISED,
        /** It says what is kept already; nothing was changed. */
        UNCHANGED
    }

    /**
     * Records all of {@code recordings}, in order, or none: when this returns, they survive a
     * crash. A recorded generation is no longer pending.
     *
     * @return an outcome for each recording, in the same order
     * @throws LedgerUnavailableException if nothing could be recorded
     */
    List<Outcome> record(List<Recording> recordings);

    /**
     * The newest revision of a generation, if it is kept.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<KeptGeneration> find(GenerationId id);
}

package io.genledger.ports.ledger;

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
        /** It says what no revision says: it became a new one, the old ones stay. */
        REVISED,
        /** It says what a revision says already, be it an old one; nothing was changed. */
        UNCHANGED,
        /**
         * It holds inline figures, and the generation's own record is kept; nothing was changed.
         */
        SUPERSEDED
    }

    /**
     * Records all of {@code recordings}, in order, or none: when this returns, they survive a
     * crash. A generation whose own record was recorded is no longer pending, unless it is to be
     * read once more.
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
    Optional<Revision> find(GenerationId id);

    /**
     * All revisions of a generation, the first one first; none if it is not kept.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<Revision> revisions(GenerationId id);
}

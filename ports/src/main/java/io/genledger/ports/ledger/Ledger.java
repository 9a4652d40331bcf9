package io.genledger.ports.ledger;

import io.genledger.domain.generation.GenerationId;
import java.util.List;
import java.util.Optional;

/**
 * Records every generation exactly once, with its original document. Thread-safe.
 *
 * <p>Its unit of time is the microsecond: of a time of creation it keeps {@link
 * io.genledger.domain.ledger.LedgerEntry#createdAt}. A range with a finer bound begins or ends at
 * the next microsecond.
 */
public interface Ledger {

    /** The outcome of one recording. */
    enum Outcome {
        /** The first revision of its generation was added. */
        RECORDED,
        /** It differs from every revision and became a new one; the older ones stay. */
        REVISED,
        /** It is the generation's own record and replaced its provisional inline usage. */
        REPLACED,
        /** It equals one of the revisions, not necessarily the newest; nothing changed. */
        UNCHANGED,
        /** It holds inline usage, and the generation's own record is recorded; nothing changed. */
        SUPERSEDED,
        /**
         * It is a record that was not requested by id, such as an import, and the generation's
         * record was collected with other content; nothing changed.
         */
        OUTRANKED
    }

    /**
     * Records all of {@code recordings}, in order, or none. When this returns, they survive a
     * crash. A generation whose own record was recorded is no longer pending, unless it waits for a
     * refresh.
     *
     * <p>A record was collected if its document was requested by id, or if such a document had the
     * content of the newest revision. OpenRouter's own last word then counts: only another
     * requested document revises the generation, in any order of imports.
     *
     * <p>A revision has the account of its recording. The account is no content: a recording that
     * differs in it alone changes nothing.
     *
     * @return the outcome of each recording, in the same order
     * @throws LedgerUnavailableException if nothing could be recorded
     */
    List<Outcome> record(List<Recording> recordings);

    /**
     * The outcomes that {@link #record} would have, each recording judged alone against the ledger
     * as it is; nothing is written.
     *
     * @return the outcome of each recording, in the same order
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    default List<Outcome> preview(List<Recording> recordings) {
        throw new UnsupportedOperationException("helper B implements it");
    }

    /**
     * The newest revision of a generation; empty if it is not recorded.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Revision> find(GenerationId id);

    /**
     * All revisions of a generation, oldest first; empty if it is not recorded.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<Revision> revisions(GenerationId id);
}

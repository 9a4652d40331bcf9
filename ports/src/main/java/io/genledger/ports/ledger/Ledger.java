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
        /**
         * It ranks above the provisional document that counted, and replaced it; the older
         * revisions stay.
         */
        REPLACED,
        /** It equals one of the revisions, not necessarily the newest; nothing changed. */
        UNCHANGED,
        /**
         * It is a provisional document and ranks below the one that counts; nothing changed, and
         * the ledger does not keep it.
         */
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
     * <p>The newest revision is the document that counts by {@link
     * io.genledger.domain.ledger.Precedence}; of two of the same rank, the one that is recorded
     * later. A record was collected if its document was requested by id, or if such a document had
     * the content of the newest revision: then only another requested document revises the
     * generation. Content of an earlier revision counts again only if it is requested later.
     *
     * <p>A revision has the account of its recording. The account is no content: a recording that
     * differs in it alone changes nothing.
     *
     * @return the outcome of each recording, in the same order
     * @throws LedgerUnavailableException if nothing could be recorded
     */
    List<Outcome> record(List<Recording> recordings);

    /** Recordings that are ready to be recorded. */
    interface Prepared {

        /**
         * Records them as {@link Ledger#record} does. May be called again if it failed, by one
         * thread at a time.
         *
         * @return the outcome of each recording, in the same order
         * @throws LedgerUnavailableException if nothing could be recorded
         */
        List<Outcome> record();
    }

    /**
     * Does the part of {@link #record} that needs no transaction, so that one thread can prepare
     * while another records. Nothing is written. What cannot be done because the ledger is
     * unavailable is done when they are recorded.
     */
    default Prepared prepare(List<Recording> recordings) {
        return () -> record(recordings);
    }

    /**
     * The outcomes that {@link #record} would give now. Nothing is written.
     *
     * @return the outcome of each recording after those before it, in the same order
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<Outcome> preview(List<Recording> recordings);

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

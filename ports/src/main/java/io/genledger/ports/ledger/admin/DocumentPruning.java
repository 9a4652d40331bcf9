package io.genledger.ports.ledger.admin;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes the archived documents of old generations. Entries, their figures and all sums stay; what
 * needs the document says that it was pruned. Thread-safe.
 */
public interface DocumentPruning {

    /**
     * The documents that a pruning concerns, of all revisions.
     *
     * @param documents their number
     * @param bytes their archived size in bytes
     * @param oldest the time of creation of the oldest generation; empty if there is none
     * @param newest that of the newest one; empty if there is none
     */
    record Pruned(long documents, long bytes, Optional<Instant> oldest, Optional<Instant> newest) {}

    /**
     * What {@link #prune} would delete now; changes nothing.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Pruned preview(Instant before);

    /**
     * Deletes the documents of generations that were created before {@code before}, in batches.
     * Calling it again goes on with what is left. A document with the same content that comes again
     * is not stored; one with other content becomes a revision with its document.
     *
     * @return what was deleted
     * @throws LedgerUnavailableException if the ledger cannot be written; some documents may be
     *     deleted then
     */
    Pruned prune(Instant before);
}

package io.genledger.ports.ledger.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes the entries of old generations with their documents. All sums by periods of time and by
 * the dimensions that are summed stay, and the ids stay, so that nothing counts twice when it is
 * collected or imported again. What has to read entries of that time is refused. Thread-safe.
 */
public interface EntryPruning {

    /**
     * The entries that a pruning concerns, with those that cancel others.
     *
     * @param before generations were created before this beginning of a day, UTC, by all revisions
     * @param generations their number
     * @param entries number of their entries
     * @param documents number of their documents, without those that were removed before
     * @param bytes the archived size of these in bytes
     */
    record Pruned(Instant before, long generations, long entries, long documents, long bytes) {}

    /**
     * What {@link #prune} would delete now; changes nothing.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Pruned preview(Instant before);

    /**
     * Deletes the entries of generations that were created before the day of {@code before}, UTC,
     * in batches. Calling it again goes on with what is left. A document of such a generation that
     * comes again changes nothing.
     *
     * @return what was deleted
     * @throws LedgerUnavailableException if the ledger cannot be written; some entries may be
     *     deleted then
     */
    Pruned prune(Instant before);

    /**
     * The moment before which entries were pruned; empty if none were.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Instant> prunedBefore();

    /**
     * Whether the entries of a generation were pruned.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    boolean isPruned(GenerationId id);
}

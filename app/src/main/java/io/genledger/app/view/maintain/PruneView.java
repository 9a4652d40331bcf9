package io.genledger.app.view.maintain;

import io.genledger.ports.ledger.admin.DocumentPruning.Pruned;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer of {@code prune}.
 *
 * @param dryRun whether nothing was changed, so that the counts say what would be deleted
 * @param before documents of generations that were created before this time are deleted
 * @param documents number of these documents, of all revisions
 * @param bytes their archived size
 * @param oldest time of creation of the oldest generation among them; empty if there is none
 * @param newest that of the newest one; empty if there is none
 */
public record PruneView(
        boolean dryRun,
        Instant before,
        long documents,
        long bytes,
        Optional<Instant> oldest,
        Optional<Instant> newest) {

    /** The view of {@code pruned}. */
    public static PruneView of(Pruned pruned, Instant before, boolean dryRun) {
        return new PruneView(
                dryRun,
                before,
                pruned.documents(),
                pruned.bytes(),
                pruned.oldest(),
                pruned.newest());
    }
}

package io.genledger.app.view.maintain;

import io.genledger.ports.ledger.admin.EntryPruning.Pruned;
import java.time.Instant;

/**
 * The answer of {@code prune --entries}.
 *
 * @param dryRun whether nothing was changed, so that the counts say what would be deleted
 * @param before entries of generations that were created before this beginning of a day, UTC, are
 *     deleted
 * @param generations number of these generations
 * @param entries number of their entries, with those that cancel others
 * @param documents number of their documents
 * @param bytes the archived size of these
 */
public record EntryPruneView(
        boolean dryRun,
        Instant before,
        long generations,
        long entries,
        long documents,
        long bytes) {

    /** The view of {@code pruned}. */
    public static EntryPruneView of(Pruned pruned, boolean dryRun) {
        return new EntryPruneView(
                dryRun,
                pruned.before(),
                pruned.generations(),
                pruned.entries(),
                pruned.documents(),
                pruned.bytes());
    }
}

package io.genledger.app.view.maintain;

import io.genledger.ports.ledger.admin.LedgerFault;
import io.genledger.ports.ledger.admin.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code verify}.
 *
 * @param generations number of generations
 * @param entries number of entries, with those that cancel others
 * @param rollupRows number of rows in all rollups
 * @param documents number of documents that were checked; 0 without {@code --documents}
 * @param prunedBefore the moment before which entries were pruned, so that the sums of earlier days
 *     were not recomputed; empty if none were
 * @param faults number of values that are not the expected ones
 * @param first the first of these
 */
public record VerifyView(
        long generations,
        long entries,
        long rollupRows,
        long documents,
        Optional<Instant> prunedBefore,
        long faults,
        List<LedgerFault> first) {

    /** The view of {@code verification}. */
    public static VerifyView of(Verification verification, Optional<Instant> prunedBefore) {
        return new VerifyView(
                verification.generations(),
                verification.entries(),
                verification.rollupRows(),
                verification.documents(),
                prunedBefore,
                verification.faults(),
                verification.named());
    }
}

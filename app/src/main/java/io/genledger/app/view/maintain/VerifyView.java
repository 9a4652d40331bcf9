package io.genledger.app.view.maintain;

import io.genledger.ports.ledger.admin.LedgerFault;
import io.genledger.ports.ledger.admin.Verification;
import java.util.List;

/**
 * The answer of {@code verify}.
 *
 * @param generations number of generations
 * @param entries number of entries, with those that cancel others
 * @param rollupRows number of rows in all rollups
 * @param documents number of documents that were checked; 0 without {@code --documents}
 * @param faults number of values that are not the expected ones
 * @param first the first of these
 */
public record VerifyView(
        long generations,
        long entries,
        long rollupRows,
        long documents,
        long faults,
        List<LedgerFault> first) {

    /** The view of {@code verification}. */
    public static VerifyView of(Verification verification) {
        return new VerifyView(
                verification.generations(),
                verification.entries(),
                verification.rollupRows(),
                verification.documents(),
                verification.faults(),
                verification.named());
    }
}

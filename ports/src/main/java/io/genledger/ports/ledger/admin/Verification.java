package io.genledger.ports.ledger.admin;

import java.util.List;
import java.util.stream.Stream;

/**
 * The result of checking a ledger.
 *
 * @param generations number of generations
 * @param entries number of entries, with those that cancel others
 * @param rollupRows number of rows in all rollups
 * @param documents number of documents that were unpacked and decoded; 0 unless that was asked for
 * @param faults number of faults
 * @param named the first faults
 */
public record Verification(
        long generations,
        long entries,
        long rollupRows,
        long documents,
        long faults,
        List<LedgerFault> named) {

    /** Copies the faults. */
    public Verification {
        named = List.copyOf(named);
    }

    /** Whether all is as expected. */
    public boolean isFaultless() {
        return faults == 0;
    }

    /**
     * This result together with faults that were found in documents.
     *
     * @param checked number of documents that were checked
     * @param more number of faults in them
     * @param first the first of these
     */
    public Verification withDocuments(long checked, long more, List<LedgerFault> first) {
        return new Verification(
                generations,
                entries,
                rollupRows,
                documents + checked,
                faults + more,
                Stream.concat(named.stream(), first.stream()).toList());
    }
}

package io.genledger.ports.ledger.admin;

import io.genledger.ports.ledger.LedgerUnavailableException;

/** Checks a ledger against its entries. Thread-safe. */
@FunctionalInterface
public interface LedgerVerifier {

    /**
     * Recomputes every rollup from the entries and compares it to the digit, and checks the chain
     * of revisions of each generation. All of it is the state of the ledger at one moment. Needs
     * bounded memory.
     *
     * @param named the largest number of faults that the result names, 0 or more; all are counted
     * @param listener learns which table is compared
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Verification verify(int named, VerificationListener listener);

    /** The same without a listener. */
    default Verification verify(int named) {
        return verify(named, VerificationListener.NONE);
    }
}

package io.genledger.ports.ledger;

import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;

/** Answers questions about the spend of all kept generations, by their newest revision. */
@FunctionalInterface
public interface SpendReader {

    /**
     * Adds up, digit for digit.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    SpendReport summarise(SpendQuery query);
}

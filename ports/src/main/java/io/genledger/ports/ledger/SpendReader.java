package io.genledger.ports.ledger;

import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;

/** Sums the spend of recorded generations, each by its newest revision. */
@FunctionalInterface
public interface SpendReader {

    /**
     * The sums that {@code query} selects, exact to the last digit. A generation belongs to the
     * range and the day of its time of creation in microseconds.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    SpendReport summarise(SpendQuery query);
}

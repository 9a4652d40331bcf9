package io.genledger.ports.usecase.report;

import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.ports.ledger.SpendReader;

/** Reports the spend of recorded generations, grouped by any dimensions. */
public final class ReportSpend {

    private final SpendReader reader;

    /** Reports from {@code reader}. */
    public ReportSpend(SpendReader reader) {
        this.reader = reader;
    }

    /**
     * The report of {@code query}.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public SpendReport report(SpendQuery query) {
        return reader.summarise(query);
    }
}

package io.genledger.ports.usecase.report;

import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.SpendReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports the spend of recorded generations with all rows in memory, for answers of few rows.
 * {@link StreamSpendReport} passes rows on as they are read.
 */
public final class ReportSpend {

    private final SpendReader reader;

    /** Reports from {@code reader}. */
    public ReportSpend(SpendReader reader) {
        this.reader = reader;
    }

    /**
     * The report of {@code query}, with all of its rows in memory.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public SpendReport report(SpendQuery query) {
        List<SpendRow> rows = new ArrayList<>();
        reader.read(query, rows::add);
        SpendTotals totals =
                rows.stream()
                        .filter(row -> row.group().size() == query.dimensions().size())
                        .map(SpendRow::totals)
                        .reduce(SpendTotals.NONE, SpendTotals::plus);
        return new SpendReport(query.dimensions(), rows, totals);
    }
}

package io.genledger.app.option.report;

import io.genledger.app.Application;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.usecase.report.SpendSummary;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Reports of one ledger.
 *
 * @param application the ledger
 */
public record LedgerReports(Application application) implements ReportSource {

    @Override
    public ZoneId timezone() {
        return application.settings().timezone();
    }

    @Override
    public StreamSpendReport reports() {
        return application.spendReports();
    }

    @Override
    public SpendQuery answered(SpendQuery query) {
        if (query.dimensions().contains(Dimension.LEDGER)) {
            throw new UsageException(
                    "--by ledger needs --lake, a lake of several ledgers: a ledger itself is one");
        }
        return query;
    }

    @Override
    public List<AllowanceView> allowances(
            ReportOptions options, SpendQuery query, SpendSummary summary, Instant now) {
        return options.allowances(
                application.meterAllowance(), application.byokAllowances(), query, summary, now);
    }
}

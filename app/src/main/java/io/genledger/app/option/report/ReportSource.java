package io.genledger.app.option.report;

import io.genledger.app.view.report.AllowanceView;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.usecase.report.SpendSummary;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What a report is made from: one ledger, or a lake of several. */
public interface ReportSource {

    /** The zone of days and months if none is named. */
    ZoneId timezone();

    /** Makes the report. */
    StreamSpendReport reports();

    /**
     * The query as this source answers it.
     *
     * @throws io.genledger.app.option.UsageException if it cannot
     */
    SpendQuery answered(SpendQuery query);

    /** How much of the BYOK allowances is used; empty if the source does not know. */
    List<AllowanceView> allowances(
            ReportOptions options, SpendQuery query, SpendSummary summary, Instant now);
}

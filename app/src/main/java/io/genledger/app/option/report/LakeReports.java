package io.genledger.app.option.report;

import io.genledger.app.view.report.AllowanceView;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.TextPattern;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.usecase.report.SpendSummary;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/**
 * Reports over the ledgers of a lake. These may be of several zones, so that days are those of UTC
 * unless a zone is named; and each has its own plans, so that no allowance is told.
 *
 * @param spend the lake's rows
 * @param ledgers patterns that select ledgers; all if there are none
 */
public record LakeReports(SpendReader spend, InstantSource clock, List<TextPattern> ledgers)
        implements ReportSource {

    /** The zone of days of several ledgers. */
    static final ZoneId UTC = ZoneId.of("UTC");

    /** Copies the patterns. */
    public LakeReports {
        ledgers = List.copyOf(ledgers);
    }

    @Override
    public ZoneId timezone() {
        return UTC;
    }

    @Override
    public StreamSpendReport reports() {
        return new StreamSpendReport(spend, clock);
    }

    @Override
    public SpendQuery answered(SpendQuery query) {
        return query.where(LakeSelection.filters(query.filters(), ledgers));
    }

    @Override
    public List<AllowanceView> allowances(
            ReportOptions options, SpendQuery query, SpendSummary summary, Instant now) {
        return List.of();
    }
}

package io.genledger.app.option.report;

import io.genledger.app.Application;
import io.genledger.app.option.AuditOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.report.AuditView;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.inspect.MeterAllowance;
import java.time.Instant;

/** The audit that options ask for, of one ledger. */
public final class AskedAudit {

    private AskedAudit() {}

    /**
     * Reads the findings.
     *
     * @param now the present, from which relative periods are counted
     * @throws UsageException if the options contradict each other, or pruned entries are needed
     */
    public static AuditView read(Application application, AuditOptions options, Instant now) {
        TimeRange range =
                options.range(
                        application.settings().timezone(),
                        now,
                        application.entryPruning().prunedBefore());
        AccountExpectations accounts =
                application
                        .meterAllowance()
                        .over(range, options.plans(application.byokAllowances()));
        try {
            return AuditView.of(
                    application.auditLedger().audit(range, accounts),
                    range,
                    accounts,
                    MeterAllowance.lastMoment(range, now));
        } catch (EntriesPrunedException pruned) {
            throw AuditOptions.advice(pruned);
        }
    }
}

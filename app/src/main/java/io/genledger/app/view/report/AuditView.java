package io.genledger.app.view.report;

import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.period.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code audit}.
 *
 * @param since the first moment of the period; empty if it has no beginning
 * @param until the first moment after the period; empty if it has no end
 * @param plans the account's plans against which fees are checked, in the order of time
 * @param generations number of generations that were checked
 * @param byOlderRules number of those whose findings were recorded by older rules
 * @param byokAllowances how much of the allowances is used at the end of the period, or now if that
 *     is earlier
 * @param findings the findings by code: the gravest first, then the most frequent
 */
public record AuditView(
        Optional<Instant> since,
        Optional<Instant> until,
        List<PlanView> plans,
        long generations,
        long byOlderRules,
        List<AllowanceView> byokAllowances,
        List<FindingGroupView> findings) {

    /**
     * The view of {@code report} over {@code range}.
     *
     * @param accounts the plans against which fees were checked, and the calls that use them
     * @param at the last moment in the range that is not in the future
     */
    public static AuditView of(
            AuditReport report, TimeRange range, AccountExpectations accounts, Instant at) {
        return new AuditView(
                range.since(),
                range.until(),
                PlanView.of(accounts.plans()),
                report.generations(),
                report.byOlderRules(),
                AllowanceView.of(accounts, at),
                report.groups().stream().map(group -> FindingGroupView.of(group, at)).toList());
    }
}

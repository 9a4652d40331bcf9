package io.genledger.app.view.report;

import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.cost.PlanHistory;
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
 * @param findings the findings by code: the gravest first, then the most frequent
 */
public record AuditView(
        Optional<Instant> since,
        Optional<Instant> until,
        List<PlanView> plans,
        long generations,
        long byOlderRules,
        List<FindingGroupView> findings) {

    /**
     * The view of {@code report} over {@code range}, whose fees were checked against {@code plans}.
     */
    public static AuditView of(AuditReport report, TimeRange range, PlanHistory plans) {
        return new AuditView(
                range.since(),
                range.until(),
                PlanView.of(plans),
                report.generations(),
                report.byOlderRules(),
                report.groups().stream().map(FindingGroupView::of).toList());
    }
}

package io.genledger.domain.audit;

import io.genledger.domain.finding.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The findings in a ledger.
 *
 * @param generations the number of generations that were assessed
 * @param byOlderRules the number of those whose findings were recorded by older rules, so that
 *     today's rules may find something else in them
 * @param groups the findings by code: the most severe first, then the most frequent
 */
public record AuditReport(long generations, long byOlderRules, List<FindingGroup> groups) {

    private static final Comparator<FindingGroup> MOST_SEVERE_FIRST =
            Comparator.comparing(FindingGroup::severity)
                    .thenComparingLong(FindingGroup::count)
                    .reversed()
                    .thenComparing(FindingGroup::code);

    /** Copies the groups. */
    public AuditReport {
        groups = List.copyOf(groups);
    }

    /** The report with {@code groups} sorted. */
    public static AuditReport of(
            long generations, long byOlderRules, Collection<FindingGroup> groups) {
        return new AuditReport(
                generations, byOlderRules, groups.stream().sorted(MOST_SEVERE_FIRST).toList());
    }

    /** Whether there is a finding of at least {@code severity}. */
    public boolean hasAtLeast(Severity severity) {
        return groups.stream().anyMatch(group -> group.severity().compareTo(severity) >= 0);
    }
}

package io.genledger.domain.report;

import io.genledger.domain.finding.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What was found in a ledger.
 *
 * @param generations how many were looked at
 * @param groups the findings by code: the gravest first, then the most frequent
 */
public record AuditReport(long generations, List<FindingGroup> groups) {

    private static final Comparator<FindingGroup> GRAVEST_FIRST =
            Comparator.comparing(FindingGroup::severity)
                    .thenComparingLong(FindingGroup::count)
                    .reversed()
                    .thenComparing(FindingGroup::code);

    /** Copies the groups. */
    public AuditReport {
        groups = List.copyOf(groups);
    }

    /** Orders the groups. */
    public static AuditReport of(long generations, Collection<FindingGroup> groups) {
        return new AuditReport(generations, groups.stream().sorted(GRAVEST_FIRST).toList());
    }

    /** Whether something was found that matters at least as much as {@code severity}. */
    public boolean hasAtLeast(Severity severity) {
        return groups.stream().anyMatch(group -> group.severity().compareTo(severity) >= 0);
    }
}

package io.genledger.domain.report;

import java.util.List;
import java.util.Optional;

/**
 * One group of a report.
 *
 * @param group its value in each dimension of the query, in that order; empty where the records
 *     state none
 * @param totals the sums over the group
 */
public record SpendRow(List<Optional<String>> group, SpendTotals totals) {

    /** Copies the group. */
    public SpendRow {
        group = List.copyOf(group);
    }
}

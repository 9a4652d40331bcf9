package io.genledger.domain.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link SpendQuery}.
 *
 * @param dimensions what the rows are grouped by
 * @param rows the groups: in the order of time when that is the first dimension, else the dearest
 *     first
 * @param totals the sums over all rows, digit for digit
 */
public record SpendReport(List<Dimension> dimensions, List<SpendRow> rows, SpendTotals totals) {

    private static final Comparator<Optional<String>> UNSAID_LAST =
            Comparator.comparing((Optional<String> value) -> value.isEmpty())
                    .thenComparing(value -> value.orElse(""));

    /** Copies both lists. */
    public SpendReport {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
    }

    /** Orders the rows and adds them up. */
    public static SpendReport of(List<Dimension> dimensions, Collection<SpendRow> rows) {
        boolean byTime = !dimensions.isEmpty() && dimensions.get(0).isTime();
        Comparator<SpendRow> order =
                byTime ? SpendReport::compareGroups : SpendReport::compareSpendThenGroups;
        return new SpendReport(
                dimensions,
                rows.stream().sorted(order).toList(),
                rows.stream().map(SpendRow::totals).reduce(SpendTotals.NONE, SpendTotals::plus));
    }

    private static int compareSpendThenGroups(SpendRow one, SpendRow other) {
        int dearestFirst = other.totals().spend().compareTo(one.totals().spend());
        return dearestFirst != 0 ? dearestFirst : compareGroups(one, other);
    }

    private static int compareGroups(SpendRow one, SpendRow other) {
        for (int i = 0; i < one.group().size(); i++) {
            int order = UNSAID_LAST.compare(one.group().get(i), other.group().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

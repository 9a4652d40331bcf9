package io.genledger.domain.report;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a {@link SpendQuery}.
 *
 * @param dimensions the dimensions by which the rows are grouped
 * @param rows one row for each group, by time if the first dimension is a time, else by highest
 *     spend; then by the code points of the texts, absent ones last
 * @param totals the sums over all rows, digit for digit
 */
public record SpendReport(List<Dimension> dimensions, List<SpendRow> rows, SpendTotals totals) {

    private static final Comparator<Optional<String>> EMPTY_LAST =
            Comparator.comparing((Optional<String> value) -> value.isEmpty())
                    .thenComparing(SpendReport::codePoints, Arrays::compare);

    /** Copies both lists. */
    public SpendReport {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
    }

    /**
     * The report over those of {@code generations} that {@code query} includes.
     *
     * {@snippet class="io.genledger.domain.ExamplesTest" region="report"}
     *
     * @param generations each generation once
     * @param rule prices each generation
     */
    public static SpendReport of(
            SpendQuery query, Iterable<Generation> generations, SpendRule rule) {
        Map<List<Optional<String>>, SpendTotals> groups = new LinkedHashMap<>();
        for (Generation generation : generations) {
            if (query.includes(generation)) {
                groups.merge(
                        query.groupOf(generation),
                        SpendTotals.of(generation, rule),
                        SpendTotals::plus);
            }
        }
        List<SpendRow> rows = new ArrayList<>();
        groups.forEach((group, totals) -> rows.add(new SpendRow(group, totals)));
        return of(query.dimensions(), rows);
    }

    /** The report of {@code rows}, sorted and added up. */
    public static SpendReport of(List<Dimension> dimensions, Collection<SpendRow> rows) {
        boolean byTime = !dimensions.isEmpty() && dimensions.get(0).isTime();
        Comparator<SpendRow> order = byTime ? SpendReport::byGroup : SpendReport::bySpendThenGroup;
        return new SpendReport(
                dimensions,
                rows.stream().sorted(order).toList(),
                rows.stream().map(SpendRow::totals).reduce(SpendTotals.NONE, SpendTotals::plus));
    }

    /** Databases order texts by code points, {@link String} by UTF-16. */
    private static int[] codePoints(Optional<String> value) {
        return value.orElse("").codePoints().toArray();
    }

    private static int bySpendThenGroup(SpendRow one, SpendRow other) {
        int highestFirst = other.totals().spend().compareTo(one.totals().spend());
        return highestFirst != 0 ? highestFirst : byGroup(one, other);
    }

    private static int byGroup(SpendRow one, SpendRow other) {
        for (int i = 0; i < one.group().size(); i++) {
            int order = EMPTY_LAST.compare(one.group().get(i), other.group().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

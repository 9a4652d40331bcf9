package io.genledger.domain.report;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.metrics.DurationPercentiles;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The result of a {@link SpendQuery}.
 *
 * @param dimensions the dimensions by which the rows are grouped
 * @param rows one row for each group, in the query's order; subtotals stand before their rows, and
 *     in the same order among themselves
 * @param totals the sums over all groups, digit for digit
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
     * @param generations each generation of the default account once
     * @param rule prices each generation
     */
    public static SpendReport of(
            SpendQuery query, Iterable<Generation> generations, SpendRule rule) {
        return of(
                query,
                StreamSupport.stream(generations.spliterator(), false)
                        .map(one -> ReportedGeneration.of(one, rule))
                        .toList());
    }

    /** The report over those of {@code generations}, each once, that {@code query} includes. */
    public static SpendReport of(SpendQuery query, List<ReportedGeneration> generations) {
        Map<List<Optional<String>>, List<ReportedGeneration>> groups = new LinkedHashMap<>();
        for (ReportedGeneration generation : generations) {
            if (query.includes(generation)) {
                List<Optional<String>> group = query.groupOf(generation);
                groups.computeIfAbsent(group, added -> new ArrayList<>()).add(generation);
                if (query.hasSubtotals()) {
                    groups.computeIfAbsent(group.subList(0, 1), added -> new ArrayList<>())
                            .add(generation);
                }
            }
        }
        List<SpendRow> rows = new ArrayList<>();
        groups.forEach((group, members) -> rows.add(row(query, group, members)));
        return ofRows(query, rows);
    }

    private static SpendRow row(
            SpendQuery query, List<Optional<String>> group, List<ReportedGeneration> members) {
        return new SpendRow(
                group,
                members.stream().map(SpendTotals::of).reduce(SpendTotals.NONE, SpendTotals::plus),
                query.details().percentiles()
                        ? Optional.of(
                                DurationPercentiles.of(
                                        members.stream()
                                                .map(one -> one.generation().timing())
                                                .toList()))
                        : Optional.empty());
    }

    /** The report of {@code rows}, sorted in the order of {@code query} and added up. */
    public static SpendReport ofRows(SpendQuery query, List<SpendRow> rows) {
        Map<List<Optional<String>>, SpendRow> byGroup = new LinkedHashMap<>();
        rows.forEach(row -> byGroup.put(row.group(), row));
        List<SpendRow> sorted = new ArrayList<>(rows);
        sorted.sort(query.hasSubtotals() ? subtotalsFirst(query, byGroup) : order(query));
        return new SpendReport(
                query.dimensions(),
                sorted,
                rows.stream()
                        .filter(row -> row.group().size() == query.dimensions().size())
                        .map(SpendRow::totals)
                        .reduce(SpendTotals.NONE, SpendTotals::plus));
    }

    private static Comparator<SpendRow> subtotalsFirst(
            SpendQuery query, Map<List<Optional<String>>, SpendRow> byGroup) {
        return Comparator.comparing(
                        (SpendRow row) -> byGroup.get(row.group().subList(0, 1)), order(query))
                .thenComparing(row -> row.group().size() > 1)
                .thenComparing(order(query));
    }

    /** Compares rows of the same number of dimensions in the order of {@code query}. */
    public static Comparator<SpendRow> order(SpendQuery query) {
        Comparator<SpendRow> byTotals =
                (one, other) ->
                        query.order().compare(one.totals(), other.totals(), query.startsWithTime());
        boolean isReversedGroup =
                query.order().isReversed()
                        && query.order().by(query.startsWithTime()) == SpendOrder.By.GROUP;
        Comparator<SpendRow> byGroup = (one, other) -> compareGroups(query, one, other);
        return byTotals.thenComparing(isReversedGroup ? byGroup.reversed() : byGroup);
    }

    private static int compareGroups(SpendQuery query, SpendRow one, SpendRow other) {
        for (int i = 0; i < Math.min(one.group().size(), other.group().size()); i++) {
            int order =
                    query.dimensions().get(i) == Dimension.HOUR
                            ? hour(one, i).compareTo(hour(other, i))
                            : EMPTY_LAST.compare(one.group().get(i), other.group().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Compared as a moment: the texts of an hour that a change of the clock repeats are not. */
    private static OffsetDateTime hour(SpendRow row, int index) {
        return OffsetDateTime.parse(row.group().get(index).orElseThrow());
    }

    /** Databases order texts by code points, {@link String} by UTF-16. */
    private static int[] codePoints(Optional<String> value) {
        return value.orElse("").codePoints().toArray();
    }
}

package io.genledger.ports.usecase.report;

import io.genledger.domain.period.RangeBefore;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The spend of the range before, by the groups at the same places of the report's range. Rows of
 * groups that spent in the range before only are added at their place in the order of groups, else
 * at the end.
 */
final class RowsBefore {

    private final SpendQuery query;
    private final RangeBefore range;
    private final Comparator<SpendRow> order;
    private final Map<List<Optional<String>>, ComparedSpend> byGroup = new LinkedHashMap<>();
    private ComparedSpend total = ComparedSpend.NONE;
    private ComparedSpend withoutCounterpart = ComparedSpend.NONE;

    private RowsBefore(SpendQuery query, RangeBefore range) {
        this.query = query;
        this.range = range;
        this.order = SpendReport.order(query.orderedBy(byGroups(query)));
    }

    /**
     * @throws TooManyGroupsException if there are more groups than can be kept in memory
     */
    static RowsBefore read(SpendReader reader, SpendQuery query, RangeBefore range) {
        RowsBefore rows = new RowsBefore(query, range);
        SpendQuery before =
                query.in(range.before()).orderedBy(byGroups(query)).with(SpendQuery.Details.NONE);
        reader.read(before, rows::add);
        return rows;
    }

    /** In the order of groups in which the report has them, if it has. */
    private static SpendOrder byGroups(SpendQuery query) {
        return isByGroups(query)
                ? new SpendOrder(SpendOrder.By.GROUP, query.order().isReversed())
                : SpendOrder.GROUP;
    }

    private static boolean isByGroups(SpendQuery query) {
        return query.order().by(query.startsWithTime()) == SpendOrder.By.GROUP;
    }

    private void add(SpendRow row) {
        ComparedSpend spend = ComparedSpend.of(row.totals());
        total = total.plus(spend);
        Optional<List<Optional<String>>> place = place(row.group());
        if (place.isEmpty()) {
            withoutCounterpart = withoutCounterpart.plus(spend);
            return;
        }
        byGroup.merge(place.get(), spend, ComparedSpend::plus);
        if (byGroup.size() > TooManyGroupsException.LIMIT) {
            throw new TooManyGroupsException();
        }
    }

    private Optional<List<Optional<String>>> place(List<Optional<String>> group) {
        List<Optional<String>> place = new ArrayList<>(group);
        for (int i = 0; i < group.size(); i++) {
            Optional<ChronoUnit> unit = unit(query.dimensions().get(i));
            if (unit.isPresent()) {
                Optional<String> bucket =
                        range.placeOf(unit.get(), group.get(i).orElseThrow(), query.startOfWeek());
                if (bucket.isEmpty()) {
                    return Optional.empty();
                }
                place.set(i, bucket);
            }
        }
        return Optional.of(place);
    }

    private static Optional<ChronoUnit> unit(Dimension dimension) {
        return switch (dimension) {
            case HOUR -> Optional.of(ChronoUnit.HOURS);
            case DAY -> Optional.of(ChronoUnit.DAYS);
            case WEEK -> Optional.of(ChronoUnit.WEEKS);
            case MONTH -> Optional.of(ChronoUnit.MONTHS);
            default -> Optional.empty();
        };
    }

    /** The row of {@code row} with its comparison, after those that stand before it. */
    void compare(SpendRow row, Consumer<ReportedRow> next) {
        if (isByGroups(query)) {
            Iterator<Map.Entry<List<Optional<String>>, ComparedSpend>> earlier =
                    byGroup.entrySet().iterator();
            while (earlier.hasNext()) {
                Map.Entry<List<Optional<String>>, ComparedSpend> one = earlier.next();
                if (order.compare(new SpendRow(one.getKey(), SpendTotals.NONE), row) >= 0) {
                    break;
                }
                next.accept(onlyBefore(one.getKey(), one.getValue()));
                earlier.remove();
            }
        }
        ComparedSpend spend = byGroup.remove(row.group());
        next.accept(
                new ReportedRow(
                        Kind.GROUP, row, Optional.of(spend == null ? ComparedSpend.NONE : spend)));
    }

    /** The rows that are left. */
    void end(Consumer<ReportedRow> next) {
        byGroup.forEach((group, spend) -> next.accept(onlyBefore(group, spend)));
    }

    private static ReportedRow onlyBefore(List<Optional<String>> group, ComparedSpend spend) {
        return new ReportedRow(
                Kind.GROUP, new SpendRow(group, SpendTotals.NONE), Optional.of(spend));
    }

    ComparedSpend total() {
        return total;
    }

    /** The row of the spend that has no place in the report's range; empty if there is none. */
    Optional<ReportedRow> withoutCounterpart() {
        return withoutCounterpart.requests() == 0
                ? Optional.empty()
                : Optional.of(
                        new ReportedRow(
                                Kind.NO_COUNTERPART,
                                new SpendRow(List.of(), SpendTotals.NONE),
                                Optional.of(withoutCounterpart)));
    }
}

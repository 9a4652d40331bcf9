package io.genledger.app.view.spend;

import io.genledger.domain.money.FeeRate;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.SpendScope;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a report covers, and in which form.
 *
 * @param dimensions the dimensions by which the rows are grouped
 * @param timezone the time zone of hours, days, weeks and months
 * @param startOfWeek the first day of a week
 * @param since the first moment of the report; empty if it has no beginning
 * @param until the first moment after it; empty if it has no end
 * @param defaultRange whether no range was named and the last 31 days are reported, because every
 *     generation has to be read
 * @param asOf the moment as of which the ledger was read, ISO 8601, UTC, with microseconds, by
 *     which entries are recorded; empty for the present
 * @param filters the patterns by dimension, and those of findings
 * @param order what the rows are ordered by, and in which direction, e.g. {@code spend:desc}
 * @param subtotals whether the rows of each value of the first dimension follow a row of their sums
 * @param comparedWith the range before; empty if rows are not compared
 * @param top the largest number of groups that are shown; empty for all
 * @param limit the largest number of rows that are shown; empty for all
 * @param rounding {@code cents}; empty if amounts are exact
 * @param creditFeePercent the fee for buying credits that a column includes, in percent of them;
 *     empty if none does
 * @param columns the figures, in the order of the columns
 */
public record ReportHead(
        List<Dimension> dimensions,
        String timezone,
        DayOfWeek startOfWeek,
        Optional<Instant> since,
        Optional<Instant> until,
        boolean defaultRange,
        Optional<String> asOf,
        Map<String, List<String>> filters,
        String order,
        boolean subtotals,
        Optional<TimeRange> comparedWith,
        Optional<Long> top,
        Optional<Long> limit,
        Optional<String> rounding,
        Optional<FeeRate> creditFeePercent,
        List<Figure> columns) {

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    static ReportHead of(SpendRequest request, SpendScope scope, ReportForm form) {
        SpendQuery query = scope.query();
        return new ReportHead(
                query.dimensions(),
                query.zone().getId(),
                query.startOfWeek(),
                query.range().since(),
                query.range().until(),
                scope.isDefaultRange(),
                query.asOf().map(MICROSECONDS::format),
                filters(query),
                order(query),
                query.hasSubtotals(),
                scope.before(),
                limit(request.limits().top()),
                limit(request.limits().rows()),
                form.inCents() ? Optional.of("cents") : Optional.empty(),
                form.creditFee(),
                form.columns());
    }

    private static Optional<Long> limit(long most) {
        return most == Long.MAX_VALUE ? Optional.empty() : Optional.of(most);
    }

    private static Map<String, List<String>> filters(SpendQuery query) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (GenerationFilter filter : query.filters()) {
            filters.put(filter.label(), filter.patterns().stream().map(Object::toString).toList());
        }
        return filters;
    }

    /** Groups ascend naturally, and sums descend. */
    private static String order(SpendQuery query) {
        SpendOrder.By by = query.order().by(query.startsWithTime());
        boolean ascends = (by == SpendOrder.By.GROUP) != query.order().isReversed();
        return by.name().toLowerCase(Locale.ROOT).replace('_', '-') + (ascends ? ":asc" : ":desc");
    }
}

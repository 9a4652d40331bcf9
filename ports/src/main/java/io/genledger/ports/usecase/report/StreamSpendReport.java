package io.genledger.ports.usecase.report;

import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.RangeBefore;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports the spend of recorded generations row by row, so that a report of any length needs the
 * memory of one row.
 */
public final class StreamSpendReport {

    /**
     * The days that a query without a range is answered for if the ledger keeps no sums of it: the
     * last ones until today, or until the day as of which the ledger is read.
     */
    public static final int DEFAULT_DAYS = 31;

    private final SpendReader reader;
    private final InstantSource clock;

    /** Reports from {@code reader}. */
    public StreamSpendReport(SpendReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Passes the rows that {@code request} shows to {@code listener}. The range before and the
     * spend for shares are read before the rows, percentiles of all after them; a generation that
     * is recorded meanwhile may be in one of these readings only. Where a range ends with today, a
     * query of the ledger as of a moment ends with the day of that moment.
     *
     * @return the sums over all rows, also those that are not shown
     * @throws IllegalArgumentException if the request compares a range without a beginning
     * @throws TooManyGroupsException if the range before has too many groups
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public SpendSummary report(SpendRequest request, SpendListener listener) {
        Instant now = request.query().asOf().orElseGet(clock::instant);
        boolean isDefaultRange =
                request.query().range().equals(TimeRange.ALWAYS)
                        && !reader.keepsSums(request.query());
        SpendQuery query =
                isDefaultRange
                        ? request.query().in(lastDays(request.query(), now))
                        : request.query();
        Optional<RangeBefore> before =
                request.comparison().map(comparison -> before(comparison, query, now));
        Optional<RowsBefore> compared = before.map(range -> RowsBefore.read(reader, query, range));
        listener.begin(
                new SpendScope(
                        query,
                        isDefaultRange,
                        before.map(RangeBefore::before),
                        request.needsWholeSpend() ? Optional.of(whole(query)) : Optional.empty()));
        return read(query, request.limits(), compared, listener);
    }

    private static TimeRange lastDays(SpendQuery query, Instant now) {
        var tomorrow = now.atZone(query.zone()).toLocalDate().plusDays(1);
        return new TimeRange(
                Optional.of(
                        tomorrow.minusDays(DEFAULT_DAYS).atStartOfDay(query.zone()).toInstant()),
                Optional.of(tomorrow.atStartOfDay(query.zone()).toInstant()));
    }

    private static RangeBefore before(
            SpendRequest.Comparison comparison, SpendQuery query, Instant now) {
        return switch (comparison) {
            case PREVIOUS -> RangeBefore.previous(query.range(), query.zone(), now);
            case LAST_YEAR -> RangeBefore.lastYear(query.range(), query.zone(), now);
        };
    }

    private UsdAmount whole(SpendQuery query) {
        return whole(query, SpendQuery.Details.NONE)
                .map(row -> row.totals().spend())
                .orElse(UsdAmount.ZERO);
    }

    /** The row of all generations together; empty if there are none. */
    private Optional<SpendRow> whole(SpendQuery query, SpendQuery.Details details) {
        List<SpendRow> all = new ArrayList<>();
        reader.read(query.by(List.of()).with(details), all::add);
        return all.stream().findFirst();
    }

    /** The percentiles of all generations together; those of groups do not tell them. */
    private Optional<DurationPercentiles> percentiles(SpendQuery query) {
        return query.details().percentiles()
                ? whole(query, new SpendQuery.Details(false, true)).flatMap(SpendRow::percentiles)
                : Optional.empty();
    }

    private SpendSummary read(
            SpendQuery query,
            RowLimits limits,
            Optional<RowsBefore> compared,
            SpendListener listener) {
        ShownRows shown = new ShownRows(limits, query.hasSubtotals(), listener::row);
        Sum sum = new Sum();
        Optional<Uncollected> uncollected =
                reader.read(
                        query,
                        row -> {
                            boolean isSubtotal = row.group().size() < query.dimensions().size();
                            if (!isSubtotal) {
                                sum.accept(row);
                            }
                            compared.ifPresentOrElse(
                                    rows -> rows.compare(row, shown),
                                    () ->
                                            shown.accept(
                                                    new ReportedRow(
                                                            isSubtotal ? Kind.SUBTOTAL : Kind.GROUP,
                                                            row,
                                                            Optional.empty())));
                        });
        compared.ifPresent(rows -> rows.end(shown));
        shown.end();
        compared.flatMap(RowsBefore::withoutCounterpart).ifPresent(listener::row);
        return new SpendSummary(
                sum.totals,
                compared.map(RowsBefore::total),
                percentiles(query),
                uncollected,
                shown.shown(),
                shown.omitted());
    }

    private static final class Sum implements Consumer<SpendRow> {

        private SpendTotals totals = SpendTotals.NONE;

        @Override
        public void accept(SpendRow row) {
            totals = totals.plus(row.totals());
        }
    }
}

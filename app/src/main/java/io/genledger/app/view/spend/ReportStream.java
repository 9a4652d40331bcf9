package io.genledger.app.view.spend;

import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.usecase.report.ReportedRow;
import io.genledger.ports.usecase.report.SpendListener;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.SpendScope;
import io.genledger.ports.usecase.report.SpendSummary;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Turns a report into its view while it is read. */
public final class ReportStream implements SpendListener {

    private final SpendRequest request;
    private final List<Figure> columns;
    private final boolean inCents;
    private final ReportWriter writer;
    private final CentRounding rounding = new CentRounding();

    private Optional<UsdAmount> wholeSpend = Optional.empty();
    private Optional<BigDecimal> percentileError = Optional.empty();

    private ReportStream(
            SpendRequest request, List<Figure> columns, boolean inCents, ReportWriter writer) {
        this.request = request;
        this.columns = List.copyOf(columns);
        this.inCents = inCents;
        this.writer = writer;
    }

    /**
     * Makes the report of {@code request}, and passes it to {@code writer}.
     *
     * @param columns the figures, in the order of the columns
     * @param inCents whether amounts are rounded to cents
     */
    public static void write(
            StreamSpendReport reports,
            SpendRequest request,
            List<Figure> columns,
            boolean inCents,
            ReportWriter writer) {
        ReportStream stream = new ReportStream(request, columns, inCents, writer);
        stream.end(reports.report(request, stream));
    }

    @Override
    public void begin(SpendScope scope) {
        wholeSpend = scope.wholeSpend();
        writer.begin(ReportHead.of(request, scope, columns, inCents));
    }

    @Override
    public void row(ReportedRow row) {
        row.row()
                .percentiles()
                .ifPresent(one ->
                        percentileError =
                                Optional.of(
                                        percentileError
                                                .map(one.maxError()::max)
                                                .orElse(one.maxError())));
        writer.row(
                new ReportRow(
                        row.kind(),
                        request.query().dimensions(),
                        row.row().group(),
                        figures(row, rounding)));
    }

    private void end(SpendSummary summary) {
        ReportedRow total =
                new ReportedRow(
                        ReportedRow.Kind.GROUP,
                        new SpendRow(List.of(), summary.totals()),
                        summary.before());
        writer.end(
                new ReportEnd(
                        figures(total, new CentRounding()),
                        summary.omitted(),
                        percentileError.map(ReportStream::ratio),
                        ReportEnd.Missing.of(summary)));
    }

    private Figures figures(ReportedRow row, CentRounding cents) {
        ReportedRow displayed = inCents ? cents.rounded(row) : row;
        return Figures.of(columns, new MeasuredRow(row, displayed, wholeSpend));
    }

    private static Ratio ratio(BigDecimal fraction) {
        return new Ratio(
                fraction.unscaledValue(), BigInteger.TEN.pow(Math.max(0, fraction.scale())));
    }
}

package io.genledger.app.view.spend;

import io.genledger.app.view.generation.CostBasis;
import io.genledger.app.view.report.AllowanceView;
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
import java.util.function.Function;

/** Turns a report into its view while it is read. */
public final class ReportStream implements SpendListener {

    private final SpendRequest request;
    private final ReportForm form;
    private final Function<SpendSummary, List<AllowanceView>> allowances;
    private final ReportWriter writer;
    private final CentRounding rounding = new CentRounding();

    private Optional<UsdAmount> wholeSpend = Optional.empty();
    private Optional<BigDecimal> percentileError = Optional.empty();

    private ReportStream(
            SpendRequest request,
            ReportForm form,
            Function<SpendSummary, List<AllowanceView>> allowances,
            ReportWriter writer) {
        this.request = request;
        this.form = form;
        this.allowances = allowances;
        this.writer = writer;
    }

    /**
     * Makes the report of {@code request}, and passes it to {@code writer}.
     *
     * @param allowances how much of the BYOK allowances is used, for a report with these sums
     */
    public static void write(
            StreamSpendReport reports,
            SpendRequest request,
            ReportForm form,
            Function<SpendSummary, List<AllowanceView>> allowances,
            ReportWriter writer) {
        ReportStream stream = new ReportStream(request, form, allowances, writer);
        stream.end(reports.report(request, stream));
    }

    @Override
    public void begin(SpendScope scope) {
        wholeSpend = scope.wholeSpend();
        writer.begin(ReportHead.of(request, scope, form));
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
                        new SpendRow(List.of(), summary.totals(), summary.percentiles()),
                        summary.before());
        writer.end(
                new ReportEnd(
                        figures(total, new CentRounding()),
                        summary.omitted(),
                        percentileError.map(ReportStream::ratio),
                        CostBasis.of(summary.totals()),
                        ReportEnd.Missing.of(summary),
                        allowances.apply(summary)));
    }

    private Figures figures(ReportedRow row, CentRounding cents) {
        ReportedRow displayed = form.inCents() ? cents.rounded(row) : row;
        Optional<UsdAmount> withFee =
                form.creditFee()
                        .map(row.row().totals()::spendWithPurchaseFee)
                        .map(exact -> form.inCents() ? cents.rounded(row.kind(), exact) : exact);
        return Figures.of(form.columns(), new MeasuredRow(row, displayed, wholeSpend, withFee));
    }

    private static Ratio ratio(BigDecimal fraction) {
        return new Ratio(
                fraction.unscaledValue(), BigInteger.TEN.pow(Math.max(0, fraction.scale())));
    }
}

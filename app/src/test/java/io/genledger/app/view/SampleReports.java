package io.genledger.app.view;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;

import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportForm;
import io.genledger.app.view.spend.ReportView;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.testkit.FixedSpendReader;
import io.genledger.ports.usecase.report.RowLimits;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reports with amounts of many digits, unknown and provisional ones, and hostile and wide names.
 */
public final class SampleReports {

    private static final Instant NOW = Instant.parse("2025-08-20T12:00:00Z");
    private static final Instant JULY = Instant.parse("2025-07-19T12:00:00Z");
    private static final Instant AUGUST = Instant.parse("2025-08-19T12:00:00Z");
    private static final String LONG =
            "a-very-long-author-name/with-a-model-name-that-is-longer-than-any-table:free";
    private static final String WIDE = "中文/模型-超長い名前-e\u0301";
    private static final String HOSTILE = "=cmd|' /C calc'!A0;\u001b[2J\u202e\n\"x\",-1";

    private static final List<Generation> GENERATIONS =
            List.of(
                    createdAt(complete(id(1)), AUGUST),
                    createdAt(complete(id(2)), JULY),
                    of(3, LONG, "1234567.000000001", AUGUST),
                    inline(of(4, WIDE, "0.005", AUGUST)),
                    of(5, WIDE, "0.004", JULY),
                    of(6, HOSTILE, "0.01", AUGUST),
                    createdAt(costing(id(7), byok("0", Optional.empty())), AUGUST),
                    unknown(8, WIDE));

    private SampleReports() {}

    private static Generation of(int number, String model, String usage, Instant created) {
        return createdAt(servedBy(costing(id(number), credits(usage)), model, "p"), created);
    }

    private static Generation unknown(int number, String model) {
        return createdAt(
                servedBy(costing(id(number), byok("0", Optional.empty())), model, "p"), AUGUST);
    }

    /** A report that everything which can be asked for is asked of, but subtotals. */
    public static ReportView compared() {
        return of(
                query(Dimension.MODEL)
                        .in(TimeRange.monthOf(NOW, ZoneOffset.UTC))
                        .where(List.of(DimensionFilter.of(Dimension.APP, "!staging"), unstated()))
                        .with(new SpendQuery.Details(false, true)),
                Optional.of(SpendRequest.Comparison.PREVIOUS),
                new RowLimits(4, 1000, true),
                Arrays.asList(Figure.values()),
                false);
    }

    private static DimensionFilter unstated() {
        return DimensionFilter.of(Dimension.USER, "", "*");
    }

    /** By month and model, with all figures, as CSV and JSON show it. */
    public static ReportView byMonthAndModel() {
        return of(
                query(Dimension.MONTH, Dimension.MODEL),
                Optional.empty(),
                RowLimits.NONE,
                Figure.standard(),
                false);
    }

    /** By model, in the columns {@code figures}. */
    public static ReportView byModel(List<Figure> figures) {
        return of(query(Dimension.MODEL), Optional.empty(), RowLimits.NONE, figures, false);
    }

    /** With subtotals by month, rounded to cents. */
    public static ReportView breakdown(List<Figure> figures) {
        return of(
                query(Dimension.MONTH, Dimension.MODEL).with(new SpendQuery.Details(true, false)),
                Optional.empty(),
                new RowLimits(Long.MAX_VALUE, 4, true),
                figures,
                true);
    }

    private static SpendQuery query(Dimension... dimensions) {
        return new SpendQuery(
                List.of(dimensions),
                TimeRange.ALWAYS,
                ZoneOffset.UTC,
                DayOfWeek.SUNDAY,
                List.of(),
                Optional.of(NOW),
                SpendOrder.STANDARD,
                SpendQuery.Details.NONE);
    }

    private static ReportView of(
            SpendQuery query,
            Optional<SpendRequest.Comparison> comparison,
            RowLimits limits,
            List<Figure> columns,
            boolean inCents) {
        FixedSpendReader reader =
                new FixedSpendReader(
                        FixedSpendReader.of(GENERATIONS.toArray(Generation[]::new)).generations(),
                        new Uncollected(298, 2, 0),
                        true);
        return ReportView.of(
                new StreamSpendReport(reader, () -> NOW),
                new SpendRequest(query, comparison, limits, true),
                new ReportForm(
                        columns,
                        inCents,
                        Optional.of(FeeRate.of("5.5"))
                                .filter(fee -> columns.contains(Figure.SPEND_INCL_PURCHASE_FEE))),
                List.of());
    }
}

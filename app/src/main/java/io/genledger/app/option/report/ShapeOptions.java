package io.genledger.app.option.report;

import io.genledger.app.option.TimeRangeOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.LimitConverter;
import io.genledger.app.option.convert.OrderConverter;
import io.genledger.app.option.convert.OrderConverter.OrderText;
import io.genledger.app.option.convert.PercentConverter;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportForm;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.usecase.report.RowLimits;
import io.genledger.ports.usecase.report.SpendRequest.Comparison;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of what a report shows. */
final class ShapeOptions {

    /** The rows of a table, which is read by people, if no limit is named. */
    private static final long ROWS_OF_A_TABLE = 1000;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            converter = WordConverter.OfFigure.class,
            completionCandidates = WordConverter.OfFigure.class,
            description =
                    "Columns to show, in this order, separated by commas: ${COMPLETION-CANDIDATES}."
                            + " Default: a table shows those that fit, CSV and JSON all but share.")
    private List<Figure> columns = List.of();

    @Option(
            names = {"-o", "--order"},
            paramLabel = "ORDER",
            converter = OrderConverter.class,
            completionCandidates = OrderConverter.class,
            description =
                    "Order of the rows: ${COMPLETION-CANDIDATES}, with :asc or :desc; asc or desc"
                            + " alone keep the figure. Default: by time if that is the first"
                            + " dimension, else the highest spend first.")
    private OrderText order = OrderText.STANDARD;

    @Option(
            names = "--top",
            paramLabel = "N",
            converter = LimitConverter.class,
            description =
                    "Number of groups to show; the others follow as one row, other. The highest"
                            + " spend comes first unless --order says otherwise.")
    private @Nullable Long top;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description =
                    "Largest number of rows, or all. Where there is a total, the rest is summed up"
                            + " as other. Default: 1000 in a table, all in CSV and JSON.")
    private @Nullable Long limit;

    @Option(
            names = {"-b", "--breakdown"},
            description =
                    "Subtotals of the first dimension, each above its rows. With one dimension,"
                            + " break it down by model.")
    private boolean breakdown;

    @Option(
            names = "--compare",
            paramLabel = "RANGE",
            converter = WordConverter.OfComparison.class,
            completionCandidates = WordConverter.OfComparison.class,
            description =
                    "Range to compare the spend with, group by group: previous, as long by the"
                        + " calendar, or last-year. An unfinished period is compared with the same"
                        + " part.")
    private @Nullable Comparison comparison;

    @Option(
            names = "--percentiles",
            description = "Show percentiles 50 and 95 of latency and of generation time.")
    private boolean percentiles;

    @Option(
            names = "--round",
            paramLabel = "UNIT",
            converter = WordConverter.OfRounding.class,
            completionCandidates = WordConverter.OfRounding.class,
            description =
                    "Round amounts to cents, so that each column still adds up to its total."
                            + " Default: every digit.")
    private WordConverter.@Nullable Rounding rounding;

    @Option(
            names = "--credit-fee",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description =
                    "Fee that you pay for buying credits, e.g. 5.5%%, in a column of the spend with"
                            + " this fee on its credits. Default: no such column.")
    private @Nullable FeeRate creditFee;

    @Mixin private TimeRangeOptions.AsOf asOf = new TimeRangeOptions.AsOf();

    /** Keeps those of the options that cut, round or widen rows which are in force. */
    void keep(Predicate<String> isInForce) {
        top = isInForce.test("--top") ? top : null;
        limit = isInForce.test("--limit") ? limit : null;
        rounding = isInForce.test("--round") ? rounding : null;
        creditFee = isInForce.test("--credit-fee") ? creditFee : null;
    }

    /** The figures to show. */
    List<Figure> columns(boolean inTable) {
        if (!columns.isEmpty()) {
            return withFee(columns);
        }
        return Arrays.stream(Figure.values()).filter(figure -> isShown(figure, inTable)).toList();
    }

    private boolean isShown(Figure figure, boolean inTable) {
        return switch (figure.group()) {
            case SUMS, RATIOS -> !inTable || ReportForm.IN_TABLE.contains(figure);
            case SHARE -> false;
            case PERCENTILES -> percentiles;
            case COMPARISON -> comparison != null;
            case PURCHASE_FEE -> creditFee != null;
        };
    }

    /** The named columns, and that of the purchase fee if the fee is stated. */
    private List<Figure> withFee(List<Figure> named) {
        if (creditFee == null || named.contains(Figure.SPEND_INCL_PURCHASE_FEE)) {
            return named;
        }
        List<Figure> all = new ArrayList<>(named);
        all.add(Figure.SPEND_INCL_PURCHASE_FEE);
        return all;
    }

    /** The form of the report. */
    ReportForm form(boolean inTable) {
        return new ReportForm(columns(inTable), rounding != null, Optional.ofNullable(creditFee));
    }

    /**
     * @throws UsageException if the options contradict each other
     */
    void check() {
        boolean needsComparison =
                columns.stream().anyMatch(one -> one.group() == Figure.Group.COMPARISON);
        if (needsComparison && comparison == null) {
            throw new UsageException(
                    "--columns spend-before and change need --compare: name the range before");
        }
        if (columns.contains(Figure.SPEND_INCL_PURCHASE_FEE) && creditFee == null) {
            throw new UsageException(
                    "--columns spend-incl-purchase-fee needs --credit-fee, e.g. 5.5%");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new UsageException("--columns names a column twice");
        }
        asOf.check();
        if (comparison != null && breakdown) {
            throw new UsageException(
                    "--compare and --breakdown cannot be combined; --compare with --by model,day"
                            + " compares each row without subtotals");
        }
    }

    /** Whether the user named the columns. */
    boolean namesColumns() {
        return !columns.isEmpty();
    }

    SpendOrder order(boolean startsWithTime) {
        boolean isByTop = top != null && order.by().isEmpty();
        return isByTop
                ? new OrderText(Optional.of(SpendOrder.By.SPEND), order.ascends())
                        .order(startsWithTime)
                : order.order(startsWithTime);
    }

    /**
     * @param hasTotal whether the total is shown, to which the rows must add up
     */
    RowLimits limits(boolean inTable, boolean hasTotal) {
        long rows = limit == null ? inTable ? ROWS_OF_A_TABLE : Long.MAX_VALUE : limit;
        return new RowLimits(top == null ? Long.MAX_VALUE : top, rows, top != null || hasTotal);
    }

    Optional<Comparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    SpendQuery.Details details() {
        boolean needsPercentiles =
                percentiles
                        || columns.stream()
                                .anyMatch(one -> one.group() == Figure.Group.PERCENTILES);
        return new SpendQuery.Details(breakdown, needsPercentiles);
    }

    boolean breakdown() {
        return breakdown;
    }

    /** Whether rows of sums may follow or stand between those of groups. */
    boolean hasSums() {
        return top != null || breakdown || comparison != null;
    }

    Optional<Instant> asOf(ZonedDateTime now, DayOfWeek startOfWeek) {
        return asOf.moment(now, startOfWeek);
    }
}

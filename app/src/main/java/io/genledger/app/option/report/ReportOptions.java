package io.genledger.app.option.report;

import io.genledger.app.option.SelectionOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.plan.AllowanceOption;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportForm;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.admin.ByokAllowances;
import io.genledger.ports.usecase.inspect.MeterAllowance;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.SpendSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;

/** The options of a report, and the question that they ask. */
public final class ReportOptions {

    @Mixin private final DimensionsOption by;

    @Mixin private SelectionOptions selection = new SelectionOptions();
    @Mixin private ShapeOptions shape = new ShapeOptions();
    @Mixin private AllowanceOption allowance = new AllowanceOption();

    private ReportOptions(DimensionsOption by) {
        this.by = by;
    }

    /** The options of a report of one ledger. */
    public ReportOptions() {
        this(new DimensionsOption.OfLedger());
    }

    /** The options of a report that may be one over a lake. */
    public static ReportOptions ofLake() {
        return new ReportOptions(new DimensionsOption.OfLake());
    }

    /**
     * What the format of the report asks of it.
     *
     * @param isTable whether people read it, so that it has few columns and rows unless others are
     *     named
     * @param hasTotal whether the total is shown, to which the rows must add up
     */
    public record Medium(boolean isTable, boolean hasTotal) {

        /** JSON shows every figure, and the total. */
        public static final Medium JSON = new Medium(false, true);
    }

    /** Keeps those of the options that cut, round or widen rows which are in force. */
    public void keep(Predicate<String> isInForce) {
        shape.keep(isInForce);
    }

    /**
     * Checks the options.
     *
     * @throws UsageException if they contradict each other
     */
    public void check() {
        shape.check();
    }

    /** Whether the BYOK allowance is stated. */
    public boolean statesAllowance() {
        return allowance.isStated();
    }

    /** Whether rows of sums may follow or stand between those of groups. */
    public boolean hasSums() {
        return shape.hasSums();
    }

    /** Whether the columns are named. */
    public boolean namesColumns() {
        return shape.namesColumns();
    }

    /** The form of the report. */
    public ReportForm form(Medium medium) {
        return shape.form(medium.isTable());
    }

    /**
     * The report that the options ask for.
     *
     * @param preset the dimensions before those of {@code --by}
     * @param ofLedger the zone of days and months if none is named
     * @param now the present, from which relative periods are counted
     * @throws UsageException if the options contradict each other
     */
    public SpendRequest request(
            List<Dimension> preset, ZoneId ofLedger, Instant now, Medium medium) {
        List<Dimension> dimensions = dimensions(preset);
        ZoneId zone = selection.time().zone(ofLedger);
        TimeRange range = selection.time().range(ofLedger, now);
        checkComparison(range);
        SpendQuery query =
                new SpendQuery(
                        dimensions,
                        range,
                        zone,
                        selection.time().startOfWeek(),
                        selection.filters(),
                        shape.asOf(now.atZone(zone), selection.time().startOfWeek()),
                        shape.order(dimensions.get(0).isTime()),
                        shape.details());
        return new SpendRequest(
                query,
                shape.comparison(),
                shape.limits(medium.isTable(), medium.hasTotal()),
                shape.columns(medium.isTable()).contains(Figure.SHARE));
    }

    private List<Dimension> dimensions(List<Dimension> preset) {
        List<Dimension> dimensions = new ArrayList<>(preset);
        dimensions.addAll(by.named());
        if (dimensions.isEmpty()) {
            dimensions.add(Dimension.MODEL);
        }
        if (shape.breakdown() && dimensions.size() == 1) {
            dimensions.add(
                    dimensions.contains(Dimension.MODEL) ? Dimension.PROVIDER : Dimension.MODEL);
        }
        Set<Dimension> named = EnumSet.noneOf(Dimension.class);
        for (Dimension dimension : dimensions) {
            if (!named.add(dimension)) {
                throw new UsageException("--by names " + dimension.label() + " twice");
            }
        }
        return dimensions;
    }

    private void checkComparison(TimeRange range) {
        if (shape.comparison().isPresent() && range.since().isEmpty()) {
            throw new UsageException(
                    "--compare needs a period with a beginning: name it with --last or --since");
        }
    }

    /**
     * How much of the BYOK allowances is used, for a report with BYOK calls; as of the end of its
     * range, or now if that is earlier.
     *
     * @param kept the allowances that the ledger keeps
     */
    List<AllowanceView> allowances(
            MeterAllowance meter,
            ByokAllowances kept,
            SpendQuery query,
            SpendSummary summary,
            Instant now) {
        if (!hasByok(summary.totals())) {
            return List.of();
        }
        Instant at = MeterAllowance.lastMoment(query.range(), query.asOf().orElse(now));
        return AllowanceView.of(meter.monthOf(at, allowance.plans(kept), query.asOf()), at).stream()
                .filter(use -> isSelected(use.account(), query))
                .toList();
    }

    private static boolean hasByok(SpendTotals totals) {
        return !totals.byokUpstream().isZero()
                || !totals.byokFee().isZero()
                || totals.unknown().byokUpstream() > 0;
    }

    private static boolean isSelected(AccountName account, SpendQuery query) {
        return GenerationFilter.by(Dimension.ACCOUNT, query.filters())
                .allMatch(filter -> filter.selects(Optional.of(account.value())));
    }
}

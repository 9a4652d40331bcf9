package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.option.SelectionOptions;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.cli.option.plan.AllowanceOption;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportStream;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.inspect.MeterAllowance;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.SpendSummary;
import io.genledger.ports.usecase.report.TooManyGroupsException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that reports spend. */
abstract class SpendCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    private final Console console;
    private final LedgerOpener ledgers;
    private final List<Dimension> preset;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "DIM",
            converter = WordConverter.OfDimension.class,
            completionCandidates = WordConverter.OfDimension.class,
            description =
                    "Dimensions to group by, separated by commas: ${COMPLETION-CANDIDATES}. Those"
                        + " of daily, weekly, monthly and session follow after their own. Default"
                        + " of report: model.")
    private List<Dimension> by = List.of();

    @Mixin private SelectionOptions selection = new SelectionOptions();
    @Mixin private ShapeOptions shape = new ShapeOptions();
    @Mixin private FormatOptions format = new FormatOptions();
    @Mixin private AllowanceOption allowance = new AllowanceOption();

    /**
     * @param preset the dimensions before those of {@code --by}
     */
    SpendCommand(Console console, LedgerOpener ledgers, List<Dimension> preset) {
        this.console = console;
        this.ledgers = ledgers;
        this.preset = preset;
    }

    @Override
    public Integer call() throws IOException {
        format.check(console);
        shape.keep(option -> format.isInForce(option, console));
        shape.check();
        List<Dimension> dimensions = dimensions();
        try (Application application = ledgers.openExisting()) {
            print(application, request(dimensions, application.settings().timezone()));
        } catch (OutputUnwantedException ended) {
            return ExitCode.OK;
        } catch (TooManyGroupsException tooMany) {
            throw new UsageException("--compare: " + tooMany.getMessage());
        } catch (EntriesPrunedException pruned) {
            throw new UsageException(
                    pruned.getMessage()
                            + "; begin at that time or later (--since), or report whole days by"
                            + " other dimensions, without --as-of and --percentiles");
        }
        return ExitCode.OK;
    }

    private List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>(preset);
        dimensions.addAll(by);
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

    private SpendRequest request(List<Dimension> dimensions, ZoneId ofLedger) {
        Instant now = console.clock().instant();
        ZoneId zone = selection.time().zone(ofLedger);
        TimeRange range = selection.time().range(ofLedger, now);
        checkComparison(range);
        boolean inTable = format.isTable(console);
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
                shape.limits(inTable, format.hasTotal()),
                shape.columns(inTable).contains(Figure.SHARE));
    }

    private void checkComparison(TimeRange range) {
        if (shape.comparison().isPresent() && range.since().isEmpty()) {
            throw new UsageException(
                    "--compare needs a period with a beginning: name it with --last or --since");
        }
    }

    /** For a report with BYOK calls; as of the end of its range, or now if that is earlier. */
    private List<AllowanceView> allowances(
            Application application, SpendQuery query, SpendSummary summary) {
        if (!hasByok(summary.totals())) {
            return List.of();
        }
        Instant at =
                MeterAllowance.lastMoment(
                        query.range(), query.asOf().orElseGet(console.clock()::instant));
        return AllowanceView.of(
                        application
                                .meterAllowance()
                                .monthOf(
                                        at,
                                        allowance.plans(application.byokAllowances()),
                                        query.asOf()),
                        at)
                .stream()
                .filter(use -> isSelected(use.account(), query))
                .toList();
    }

    private static boolean hasByok(SpendTotals totals) {
        return !totals.byokUpstream().isZero()
                || !totals.byokFee().isZero()
                || totals.unknown().byokUpstream() > 0;
    }

    private static boolean isSelected(AccountName account, SpendQuery query) {
        return query.filters().stream()
                .filter(filter -> filter.dimension() == Dimension.ACCOUNT)
                .allMatch(filter -> filter.selects(Optional.of(account.value())));
    }

    private void print(Application application, SpendRequest request) throws IOException {
        boolean inTable = format.isTable(console);
        Writer out =
                new BufferedWriter(
                        new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), BUFFER);
        ReportStream.write(
                application.spendReports(),
                request,
                shape.form(inTable),
                summary -> allowances(application, request.query(), summary),
                new NotedReport(console, format.writer(console, out, shape), out, inTable));
        if (console.printsJson()) {
            out.write('\n');
        }
        out.flush();
    }
}

package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.option.TimeRangeOptions;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.table.ReportCsv;
import io.genledger.app.cli.render.table.ReportTable;
import io.genledger.app.view.report.ReportView;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports spend. */
@Command(
        name = "report",
        description = {
            "Sum up requests, spend and tokens, grouped by one or more dimensions.",
            "Spend is the credits OpenRouter charged plus what providers billed to your own keys"
                    + " (BYOK). Generations whose spend is unknown are counted and not summed.",
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger report --by day,model --since 2025-08-01 --timezone Europe/Berlin")
public final class ReportCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "DIM",
            converter = WordConverter.OfDimension.class,
            completionCandidates = WordConverter.OfDimension.class,
            defaultValue = "model",
            description =
                    "Dimensions to group by, separated by commas: day, month, model, provider, app,"
                            + " user. Default: ${DEFAULT-VALUE}.")
    private List<Dimension> by = List.of();

    @Mixin private TimeRangeOptions time = new TimeRangeOptions();

    @Option(names = "--csv", description = "Print the rows as CSV, without the total.")
    private boolean csv;

    public ReportCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (csv && console.printsJson()) {
            throw new UsageException("--csv and --json cannot be combined");
        }
        requireDistinctDimensions();
        try (Application application = ledgers.openExisting()) {
            ZoneId ofLedger = application.settings().timezone();
            SpendQuery query =
                    new SpendQuery(
                            by,
                            time.range(ofLedger, console.clock().instant()),
                            time.zone(ofLedger));
            print(query.zone(), application.reportSpend().report(query));
        }
        return ExitCode.OK;
    }

    private void requireDistinctDimensions() {
        Set<Dimension> named = EnumSet.noneOf(Dimension.class);
        for (Dimension dimension : by) {
            if (!named.add(dimension)) {
                throw new UsageException("--by names " + dimension.label() + " twice");
            }
        }
    }

    private void print(ZoneId zone, SpendReport report) {
        console.print(ReportView.of(report, zone), this::text);
        if (console.isOutputUnwanted()) {
            return;
        }
        console.note("Days and months are those of the time zone %s.".formatted(zone));
        long unknown = report.totals().unknownSpend();
        if (unknown > 0) {
            console.note(
                    "The spend of %s of these generations is unknown, and not part of the sums."
                            .formatted(Numbers.count(unknown)));
        }
    }

    private String text(ReportView report) {
        return csv
                ? ReportCsv.of(report, console.columns().isPresent())
                : ReportTable.of(report, console.columns(), console.style());
    }
}

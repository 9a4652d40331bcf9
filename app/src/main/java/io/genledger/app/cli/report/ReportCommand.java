package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.DimensionConverter;
import io.genledger.app.cli.option.TimeRangeOptions;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.cli.render.ReportCsv;
import io.genledger.app.cli.render.ReportTable;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.TimeRange;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what generations cost. */
@Command(
        name = "report",
        description = {
            "Reports requests, spend and tokens, grouped by any dimensions.",
            "Spend is credits charged plus what providers billed to own keys. Generations whose"
                    + " spend is unknown are counted, never called zero."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger report --by day,model --since 2025-08-01 --timezone Europe/Berlin")
public final class ReportCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "DIM",
            converter = DimensionConverter.class,
            defaultValue = "model",
            description =
                    "Dimensions, separated by commas: day, month, model, provider, app, user."
                            + " Default: ${DEFAULT-VALUE}.")
    private List<Dimension> by = List.of();

    @Mixin private TimeRangeOptions time = new TimeRangeOptions();

    @Option(names = "--csv", description = "Print CSV: the rows, without the total.")
    private boolean csv;

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        if (csv && program.printsJson()) {
            throw new UsageException("--csv and --json exclude each other: expected one of them");
        }
        SpendQuery query = query();
        try (Application wiring = program.openExistingLedger()) {
            print(program, wiring.reportSpend().report(query));
        }
        return ExitCode.OK;
    }

    private SpendQuery query() {
        TimeRange range = time.range();
        try {
            return new SpendQuery(by, range, time.zone());
        } catch (IllegalArgumentException impossible) {
            throw new UsageException(String.valueOf(impossible.getMessage()));
        }
    }

    private void print(GenledgerCommand program, SpendReport report) {
        if (program.printsJson()) {
            program.print(JsonText.report(report));
        } else if (csv) {
            program.print(ReportCsv.of(report));
        } else {
            program.print(ReportTable.of(report, program.environment().columns(), program.style()));
            if (report.totals().unknownSpend() > 0) {
                program.note(
                        "The spend of "
                                + report.totals().unknownSpend()
                                + " of these generations is unknown, and not part of the sums.");
            }
        }
    }
}

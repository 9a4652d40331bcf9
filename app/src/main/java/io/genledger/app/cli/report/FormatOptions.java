package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.cli.render.table.ReportCsv;
import io.genledger.app.cli.render.table.ReportTable;
import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.spend.ReportWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the format in which a report is printed. */
final class FormatOptions {

    @Option(
            names = "--csv",
            arity = "0..1",
            fallbackValue = "plain",
            paramLabel = "FORM",
            converter = WordConverter.OfCsvForm.class,
            completionCandidates = WordConverter.OfCsvForm.class,
            description =
                    "Print CSV: plain (the default) with commas, or excel with semicolons, decimal"
                            + " commas and a byte order mark.")
    private ReportCsv.@Nullable Form csv;

    @Option(names = "--total", description = "Add the total to CSV as its last row.")
    private boolean total;

    /**
     * @throws UsageException if the options contradict each other
     */
    void check(Console console) {
        if (csv != null && console.printsJson()) {
            throw new UsageException("--csv and --json cannot be combined");
        }
        if (total && csv == null) {
            throw new UsageException(
                    "--total needs --csv: a table and JSON have their total anyway");
        }
    }

    boolean isTable(Console console) {
        return csv == null && !console.printsJson();
    }

    /** The writer of the format to {@code out}. */
    ReportWriter writer(Console console, Writer out, ShapeOptions shape) {
        if (csv != null) {
            return new ReportCsv(
                    out,
                    csv,
                    new ReportCsv.Kinds(total || shape.hasSums(), total),
                    console.columns().isPresent());
        }
        return console.printsJson()
                ? JsonReport.to(out)
                : new ReportTable(
                        new Lines(out), console.columns(), console.style(), shape.namesColumns());
    }
}

package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.CsvOption;
import io.genledger.app.cli.render.table.Lines;
import io.genledger.app.cli.render.table.ReportCsv;
import io.genledger.app.cli.render.table.ReportTable;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.spend.ReportWriter;
import java.io.Writer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the format in which a report is printed. */
final class FormatOptions {

    @Mixin private CsvOption csv = new CsvOption();

    @Option(names = "--total", description = "Add the total to CSV as its last row.")
    private boolean total;

    /**
     * @throws UsageException if the options contradict each other
     */
    void check(Console console) {
        csv.check(console);
        if (total && csv.form().isEmpty()) {
            throw new UsageException(
                    "--total needs --csv: a table and JSON have their total anyway");
        }
    }

    /** What the format asks of the report; it may end with the total of all rows. */
    ReportOptions.Medium medium(Console console) {
        return new ReportOptions.Medium(csv.isTable(console), csv.form().isEmpty() || total);
    }

    boolean isInForce(String option, Console console) {
        return csv.isInForce(option, console);
    }

    /** The writer of the format to {@code out}. */
    ReportWriter writer(Console console, Writer out, ReportOptions report) {
        if (csv.form().isPresent()) {
            return new ReportCsv(
                    out,
                    csv.form().orElseThrow(),
                    new ReportCsv.Kinds(total || report.hasSums(), total),
                    console.columns().isPresent());
        }
        return console.printsJson()
                ? JsonReport.to(out)
                : new ReportTable(
                        new Lines(out), console.columns(), console.style(), report.namesColumns());
    }
}

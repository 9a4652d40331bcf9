package io.genledger.app.cli.render.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.genledger.app.view.report.Figure;
import io.genledger.app.view.report.ReportView;
import io.genledger.domain.report.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report as CSV (RFC 4180), for spreadsheets: plain digits, an empty cell for an unknown value,
 * and no total, because the sum of a column that holds its own total is wrong.
 */
public final class ReportCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ReportCsv() {}

    /** The rows of {@code report} below a header; the columns of {@code --json}. */
    public static String of(ReportView report) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header(report));
            report.rows().forEach(row -> csv.writeRecord(cells(row)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().stripTrailing();
    }

    private static List<String> header(ReportView report) {
        return Stream.concat(
                        report.dimensions().stream().map(Dimension::label),
                        Arrays.stream(Figure.values()).map(Figure::label))
                .toList();
    }

    private static List<String> cells(ReportView.Row row) {
        return Stream.concat(
                        row.group().values().stream().map(name -> name.map(ReportCsv::harmless)),
                        row.figures().values().stream().map(figure -> figure.map(Object::toString)))
                .map(cell -> cell.orElse(""))
                .toList();
    }

    /** Quotes a name that a spreadsheet would take for a formula; names come from records. */
    private static String harmless(String name) {
        return !name.isEmpty() && FORMULA_STARTS.indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}

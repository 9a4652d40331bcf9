package io.genledger.app.cli.render.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.report.Figure;
import io.genledger.app.view.report.ReportView;
import io.genledger.domain.report.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A report as CSV (RFC 4180), for spreadsheets: plain digits, an empty cell for an unknown value,
 * and no total, because the sum of a column that holds its own total is wrong.
 */
public final class ReportCsv {

    /**
     * The place before a formula: at the start of a cell, or of a further cell, since some
     * spreadsheets split at semicolons and tabs.
     */
    private static final Pattern BEFORE_FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n])(?=[\\p{Z}\\p{C}]*[=+\\-@＝＋－＠])|^(?=[\\t\\r\\n])");

    /** Also quotes cells at whose characters some spreadsheets split. */
    private static final QuoteStrategy QUOTES =
            new QuoteStrategy() {
                @Override
                public boolean quoteValue(int line, int cell, String value) {
                    return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
                }
            };

    private ReportCsv() {}

    /**
     * The rows of {@code report} below a header; the columns of {@code --json}.
     *
     * @param forTerminal whether to escape control characters in names
     */
    public static String of(ReportView report, boolean forTerminal) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().quoteStrategy(QUOTES).build(text)) {
            csv.writeRecord(header(report));
            report.rows().forEach(row -> csv.writeRecord(cells(row, forTerminal)));
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

    private static List<String> cells(ReportView.Row row, boolean forTerminal) {
        return Stream.concat(
                        row.group().values().stream()
                                .map(name ->
                                        name.map(text -> forTerminal ? Sanitized.of(text) : text)
                                                .map(ReportCsv::harmless)),
                        row.figures().values().stream().map(figure -> figure.map(Object::toString)))
                .map(cell -> cell.orElse(""))
                .toList();
    }

    /** A name from a record, with an apostrophe before what a spreadsheet would execute. */
    private static String harmless(String name) {
        return BEFORE_FORMULA.matcher(name).replaceAll("$1'");
    }
}

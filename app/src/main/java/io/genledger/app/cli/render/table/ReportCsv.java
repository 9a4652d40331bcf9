package io.genledger.app.cli.render.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.FigureValue;
import io.genledger.app.view.spend.Figures;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.report.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A report as CSV (RFC 4180, with line feeds), for spreadsheets: plain digits, and an empty cell
 * for an unknown value.
 */
public final class ReportCsv implements ReportWriter {

    /** The forms of CSV. */
    public enum Form {
        /** Commas, decimal points and line feeds. */
        PLAIN,
        /**
         * For Excel where the decimal separator is a comma: semicolons, decimal commas, CRLF, and a
         * byte order mark, by which Excel recognises UTF-8.
         */
        EXCEL
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
                    return value.indexOf(';') >= 0
                            || value.indexOf('\t') >= 0
                            || value.indexOf('\r') >= 0;
                }
            };

    private final Writer out;
    private final Form form;
    private final Kinds kinds;
    private final boolean forTerminal;
    private final CsvWriter csv;
    private int dimensions;

    /**
     * Rows beside those of groups.
     *
     * @param areNamed whether a first column names the kind of each row
     * @param hasTotal whether the last row is the total
     */
    public record Kinds(boolean areNamed, boolean hasTotal) {}

    /**
     * @param forTerminal whether to escape control characters in names
     */
    public ReportCsv(Writer out, Form form, Kinds kinds, boolean forTerminal) {
        this.out = out;
        this.form = form;
        this.kinds = kinds;
        this.forTerminal = forTerminal;
        this.csv =
                CsvWriter.builder()
                        .quoteStrategy(QUOTES)
                        .fieldSeparator(form == Form.EXCEL ? ';' : ',')
                        .lineDelimiter(form == Form.EXCEL ? LineDelimiter.CRLF : LineDelimiter.LF)
                        .build(out);
    }

    @Override
    public void begin(ReportHead head) {
        dimensions = head.dimensions().size();
        List<String> cells = new ArrayList<>();
        if (kinds.areNamed()) {
            cells.add("kind");
        }
        head.dimensions().stream().map(Dimension::label).forEach(cells::add);
        head.columns().stream().map(Figure::label).forEach(cells::add);
        try {
            out.write(form == Form.EXCEL ? BYTE_ORDER_MARK : "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        csv.writeRecord(cells);
    }

    @Override
    public void row(ReportRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            cells.add(row.value(i).map(this::name).orElse(""));
        }
        write(Forms.code(row.kind()), cells, row.figures());
    }

    @Override
    public void end(ReportEnd end) {
        if (kinds.hasTotal()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                cells.add("");
            }
            write("total", cells, end.totals());
        }
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String kind, List<String> cells, Figures figures) {
        if (kinds.areNamed()) {
            cells.add(0, kind);
        }
        figures.values().stream().map(this::cell).forEach(cells::add);
        csv.writeRecord(cells);
    }

    private String cell(FigureValue value) {
        String digits = value.known().map(ReportCsv::digits).orElse("");
        return form == Form.EXCEL ? digits.replace('.', ',') : digits;
    }

    private static String digits(Object known) {
        return switch (known) {
            case Ratio ratio -> Forms.fraction(ratio).toPlainString();
            case TokenPrice price -> Forms.perMillion(price).toString();
            case Duration duration -> Forms.milliseconds(duration).toPlainString();
            default -> known.toString();
        };
    }

    /** A name from a record, with an apostrophe before what a spreadsheet would execute. */
    private String name(String name) {
        String shown = forTerminal ? Sanitized.of(name) : name;
        return BEFORE_FORMULA.matcher(shown).replaceAll("$1'");
    }
}

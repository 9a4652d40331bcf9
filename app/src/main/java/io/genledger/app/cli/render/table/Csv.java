package io.genledger.app.cli.render.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.table.ReportCsv.Form;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Records of CSV (RFC 4180) for spreadsheets: plain digits, and names that are not executed. */
final class Csv {

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

    private final CsvWriter csv;
    private final Form form;
    private final boolean forTerminal;

    /**
     * Begins CSV that is written to {@code out}.
     *
     * @param forTerminal whether to escape control characters in names
     */
    Csv(Writer out, Form form, boolean forTerminal) {
        this.form = form;
        this.forTerminal = forTerminal;
        this.csv =
                CsvWriter.builder()
                        .quoteStrategy(QUOTES)
                        .fieldSeparator(form == Form.EXCEL ? ';' : ',')
                        .lineDelimiter(form == Form.EXCEL ? LineDelimiter.CRLF : LineDelimiter.LF)
                        .build(out);
        try {
            out.write(form == Form.EXCEL ? BYTE_ORDER_MARK : "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void record(List<String> cells) {
        csv.writeRecord(cells);
    }

    void flush() {
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A figure in digits, with the decimal separator of the form. */
    String number(Object known) {
        return form == Form.EXCEL ? text(known).replace('.', ',') : text(known);
    }

    /** A value as text: a figure in digits, a moment in UTC. */
    static String text(Object known) {
        return switch (known) {
            case Ratio ratio -> Forms.fraction(ratio).toPlainString();
            case TokenPrice price -> Forms.perMillion(price).toString();
            case Duration duration -> Forms.milliseconds(duration).toPlainString();
            case Instant moment -> Forms.instant(moment);
            default -> known.toString();
        };
    }

    /** A name from a record, with an apostrophe before what a spreadsheet would execute. */
    String name(String name) {
        String shown = forTerminal ? Sanitized.of(name) : name;
        return BEFORE_FORMULA.matcher(shown).replaceAll("$1'");
    }
}

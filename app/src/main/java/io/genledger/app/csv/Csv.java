package io.genledger.app.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Records of CSV (RFC 4180) for spreadsheets: plain digits, and names that are not executed. */
public final class Csv {

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
     * spreadsheets split at semicolons and tabs. A number with a sign is none. Apostrophes that
     * stand there already change nothing, so that a reader can remove the one that is put there.
     */
    private static final Pattern BEFORE_FORMULA =
            Pattern.compile(
                    "(?<![^;\\t\\r\\n])(?!'*[+-][0-9]++(?:[.,][0-9]++)?(?![^;\\t\\r\\n]))"
                            + "(?=['\\p{Z}\\p{C}]*[=+\\-@＝＋－＠])|^(?='*[\\t\\r\\n])");

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
    private final UnaryOperator<String> shown;

    /**
     * Begins CSV that is written to {@code out}.
     *
     * @param shown changes each name before it is written, e.g. escapes its control characters
     */
    public Csv(Writer out, Form form, UnaryOperator<String> shown) {
        this.form = form;
        this.shown = shown;
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

    /** Writes one record. */
    public void record(List<String> cells) {
        csv.writeRecord(cells);
    }

    /** Writes what is buffered. */
    public void flush() {
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A figure in digits, with the decimal separator of the form. */
    public String number(Object known) {
        return form == Form.EXCEL ? text(known).replace('.', ',') : text(known);
    }

    /** A value as text: a figure in digits, a moment in UTC. */
    public static String text(Object known) {
        return switch (known) {
            case Ratio ratio -> Forms.fraction(ratio).toPlainString();
            case TokenPrice price -> Forms.perMillion(price).toString();
            case Duration duration -> Forms.milliseconds(duration).toPlainString();
            case Instant moment -> Forms.instant(moment);
            default -> known.toString();
        };
    }

    /** A name from a record, with an apostrophe before what a spreadsheet would execute. */
    public String name(String name) {
        String text = shown.apply(name);
        return beginsCells(text) ? BEFORE_FORMULA.matcher(text).replaceAll("'") : text;
    }

    /** Whether a formula may begin in {@code text}: in most names none does, and this is fast. */
    private static boolean beginsCells(String text) {
        return !text.isEmpty()
                && (!isWordCharacter(text.charAt(0))
                        || text.indexOf(';') >= 0
                        || text.indexOf('\t') >= 0
                        || text.indexOf('\r') >= 0
                        || text.indexOf('\n') >= 0);
    }

    private static boolean isWordCharacter(char first) {
        return (first >= 'a' && first <= 'z')
                || (first >= 'A' && first <= 'Z')
                || (first >= '0' && first <= '9');
    }
}

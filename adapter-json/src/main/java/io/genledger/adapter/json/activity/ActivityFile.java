package io.genledger.adapter.json.activity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.value.Utf8;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads one export, row by row. For one use by one thread. */
final class ActivityFile {

    private static final CsvReader.CsvReaderBuilder CSV =
            CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(false);

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Columns of amounts, counts and durations. */
    private static final Pattern FIGURES =
            Pattern.compile("cost_.*|byok_usage_inference|tokens_.*|.*_ms");

    /**
     * The apostrophe that stands before text which a spreadsheet would execute, as {@code export
     * --format activity-csv} puts it there: at the start of a cell, or after what some spreadsheets
     * take for the end of one. A number with a sign has none. Of several, only the first one was
     * put there.
     */
    private static final Pattern BEFORE_FORMULA =
            Pattern.compile(
                    "(?<![^;\\t\\r\\n])'(?!'*[+-][0-9]++(?:[.,][0-9]++)?(?![^;\\t\\r\\n]))"
                            + "(?=['\\p{Z}\\p{C}]*[=+\\-@＝＋－＠])|^'(?='*[\\t\\r\\n])");

    private static final String ROW = "row.";

    /** Stands in a text for bytes that are no character, if it does not have it itself. */
    private static final char REPLACED = '\uFFFD';

    private final RowLines rows;
    private final InstantSource clock;
    private final Contents contents;
    private List<String> columns = List.of();
    private RowDocument documents = new RowDocument(columns);
    private int[] figures = {};

    ActivityFile(RowLines rows, InstantSource clock, Contents contents) {
        this.rows = rows;
        this.clock = clock;
        this.contents = contents;
    }

    void read() throws IOException {
        if (!readsHeader()) {
            return;
        }
        while (rows.next()) {
            String text = withoutMark(rows.text());
            if (!text.isEmpty() && !beginsAnother(text)) {
                read(text);
            }
        }
    }

    /**
     * Whether another export begins here, whose columns may have another order: exports that were
     * put one after another into one file.
     */
    private boolean beginsAnother(String row) {
        // Splitting every row would cost more than reading it.
        if (!row.contains(ActivityHeader.ID)) {
            return false;
        }
        List<String> names = cellsOrNone(row);
        boolean isHeader = ActivityHeader.isReadable(names);
        if (isHeader) {
            begin(names);
        }
        return isHeader;
    }

    private void begin(List<String> names) {
        columns = names;
        documents = new RowDocument(names);
        figures =
                IntStream.range(0, names.size())
                        .filter(column -> FIGURES.matcher(names.get(column)).matches())
                        .toArray();
    }

    /** Reads the header; rejects the whole file if it does not name the columns. */
    private boolean readsHeader() throws IOException {
        String header = "";
        while (header.isEmpty()) {
            if (!rows.next()) {
                return false;
            }
            header = withoutMark(rows.text());
        }
        List<String> names = cellsOrNone(header);
        if (ActivityHeader.isReadable(names)) {
            begin(names);
            return true;
        }
        long line = rows.line();
        byte[] bytes = rows.bytes();
        boolean hasRow = rows.next();
        String problem = ActivityHeader.problem(header, names, hasRow ? rows.text() : "");
        contents.rejected(line, Optional.empty(), problem);
        contents.rejectedBytes(bytes);
        while (hasRow) {
            contents.rejectedBytes(rows.bytes());
            hasRow = rows.next();
        }
        return false;
    }

    private static String withoutMark(String row) {
        return row.startsWith(BYTE_ORDER_MARK) ? row.substring(1) : row;
    }

    private static List<String> cells(String row) {
        List<CsvRecord> records = CSV.ofCsvRecord(row).stream().toList();
        // A carriage return ends a row, too, but here only with a line feed.
        if (records.size() != 1) {
            throw new CsvParseException("a line end in the row");
        }
        return records.get(0).getFields().stream().map(ActivityFile::asStated).toList();
    }

    /** The cells of a row; none if it is not well-formed. */
    private static List<String> cellsOrNone(String row) {
        try {
            return cells(row);
        } catch (CsvParseException notCsv) {
            return List.of();
        }
    }

    private static String asStated(String cell) {
        return cell.indexOf('\'') < 0 ? cell : BEFORE_FORMULA.matcher(cell).replaceAll("");
    }

    private void read(String text) throws IOException {
        if (text.indexOf(REPLACED) >= 0 && rows.isWhole() && !rows.isUtf8()) {
            contents.rejected(rows.line(), Optional.empty(), Utf8.EXPECTED);
            contents.rejectedBytes(rows.bytes());
            return;
        }
        List<String> cells = rows.isWhole() ? cellsOrNone(text) : List.of();
        if (cells.size() != columns.size()) {
            rejectShape(cells.size());
            return;
        }
        for (int column : figures) {
            if (SpreadsheetSpelling.hasExponent(cells.get(column))) {
                reject(columns.get(column), cells.get(column), "expected all digits");
                return;
            }
        }
        decode(cells, documents.of(cells));
    }

    private void decode(List<String> cells, byte[] json) throws IOException {
        MetadataDocument document = new MetadataDocument(Optional.empty(), json, clock.instant());
        Generation generation;
        try {
            generation = ActivityReader.decode(new DocumentInput(document));
        } catch (UndecodableDocumentException fault) {
            String column = fault.field().orElse("").replaceFirst("^" + ROW, "");
            int index = columns.indexOf(column);
            reject(column, index < 0 ? "" : cells.get(index), fault.reason());
            return;
        }
        contents.generation(rows.line(), InputKind.ACTIVITY, document, generation);
    }

    private void rejectShape(int found) throws IOException {
        String row = "expected a row of " + columns.size() + " cells, found ";
        if (!rows.isWhole()) {
            row += "more than " + RowLines.MAX_BYTES + " bytes";
        } else if (found == 0) {
            row += "quotes or line ends that do not belong there";
        } else {
            row += found;
        }
        if (rows.hasSeveralLines()) {
            rows.cutToFirstLine();
        }
        contents.rejected(rows.line(), Optional.empty(), row);
        contents.rejectedBytes(rows.bytes());
        while (!rows.isWhole() && rows.more()) {
            contents.rejectedBytes(rows.bytes());
        }
    }

    private void reject(String column, String cell, String reason) throws IOException {
        contents.rejected(
                rows.line(),
                Optional.of(column).filter(name -> !name.isEmpty()),
                reason + SpreadsheetSpelling.hint(cell));
        contents.rejectedBytes(rows.bytes());
    }
}

package io.genledger.app.export.xlsx;

import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowSum;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.usecase.export.Reading;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The report by some dimensions as a workbook with a sheet for each month. Generations come in the
 * order of their times of creation: only the rows of one month are in memory.
 */
public final class XlsxRows implements FormatRows<ExportRow> {

    /** The documentation of the columns. */
    public static final List<NamedColumn> COLUMNS =
            Stream.concat(
                            Stream.of(
                                    new NamedColumn(
                                            "(dimensions)",
                                            "text",
                                            true,
                                            "a column for each dimension of --by; the sheet is the"
                                                    + " month")),
                            XlsxColumn.ALL.stream().map(XlsxColumn::named))
                    .toList();

    private static final int ROWS_BETWEEN_FLUSHES = 1000;

    private final XlsxForm form;
    private final OutputStream out;
    private final Workbook workbook;
    private final Map<List<Optional<String>>, RowSum> sums = new HashMap<>();
    private Optional<YearMonth> month = Optional.empty();

    /** Writes to {@code out}. */
    public XlsxRows(OutputStream out, XlsxForm form) {
        this.out = out;
        this.form = form;
        this.workbook = new Workbook(new Unclosed(out), "Genledger", null);
    }

    @Override
    public Reading<ExportRow> reading() {
        return Reading.CURRENT;
    }

    @Override
    public void begin() {}

    @Override
    public boolean row(ExportRow row) throws IOException {
        ZonedDateTime created = row.created().at().atZone(form.zone());
        YearMonth next = YearMonth.from(created);
        if (!month.equals(Optional.of(next))) {
            writeMonth();
            month = Optional.of(next);
        }
        List<Optional<String>> group = new ArrayList<>();
        for (Dimension dimension : form.dimensions()) {
            group.add(row.text(dimension));
        }
        sums.computeIfAbsent(group, one -> new RowSum()).add(row);
        return true;
    }

    private void writeMonth() throws IOException {
        if (month.isEmpty()) {
            return;
        }
        if (sums.size() >= Worksheet.MAX_ROWS) {
            throw new IOException(
                    "%s has %,d rows, and a sheet has at most %,d: name fewer dimensions (--by)"
                            .formatted(month.get(), sums.size(), Worksheet.MAX_ROWS - 1));
        }
        Worksheet sheet = workbook.newWorksheet(month.get().toString());
        sheet.freezePane(0, 1);
        writeHead(sheet);
        int line = 1;
        List<Map.Entry<List<Optional<String>>, RowSum>> rows = new ArrayList<>(sums.entrySet());
        rows.sort(Map.Entry.comparingByKey(Comparator.comparing(List::toString)));
        for (Map.Entry<List<Optional<String>>, RowSum> one : rows) {
            write(sheet, line, one.getKey(), one.getValue());
            if (++line % ROWS_BETWEEN_FLUSHES == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
        sums.clear();
    }

    private void writeHead(Worksheet sheet) {
        int cell = 0;
        for (Dimension dimension : form.dimensions()) {
            sheet.inlineString(0, cell++, dimension.label());
        }
        for (XlsxColumn column : XlsxColumn.ALL) {
            sheet.inlineString(0, cell++, column.named().name());
        }
    }

    /** A text is never a formula: it is stored as a text. */
    private static void write(Worksheet sheet, int line, List<Optional<String>> group, RowSum sum) {
        int cell = 0;
        for (Optional<String> text : group) {
            if (text.isPresent()) {
                sheet.inlineString(line, cell, text.get());
            }
            cell++;
        }
        for (XlsxColumn column : XlsxColumn.ALL) {
            Optional<BigDecimal> known = column.value().apply(sum);
            if (known.isPresent() && column.isText()) {
                sheet.inlineString(line, cell, new UsdAmount(known.get()).toString());
            } else if (known.isPresent()) {
                sheet.value(line, cell, known.get());
            }
            cell++;
        }
    }

    /** A workbook without a sheet cannot be opened. */
    @Override
    public void end() throws IOException {
        writeMonth();
        if (month.isEmpty()) {
            Worksheet sheet = workbook.newWorksheet("no generations");
            writeHead(sheet);
            sheet.finish();
        }
        workbook.finish();
        out.flush();
    }

    @Override
    public List<String> notes() {
        return List.of(
                "A spreadsheet keeps 15 digits of a number; the columns that end with Exact have"
                        + " all of them as text.");
    }

    /** The stream of an export stays open. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package io.genledger.app.export.text;

import io.genledger.app.csv.Csv;
import io.genledger.app.export.column.ExportColumn;
import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.Moments;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.usecase.export.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every column of each generation as CSV (RFC 4180), safe for spreadsheets. */
public final class CsvRows implements FormatRows<ExportRow> {

    private final Writer writer;
    private final Csv csv;
    private long changed;

    /** Writes to {@code out}. */
    public CsvRows(OutputStream out) {
        this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = new Csv(writer, Csv.Form.PLAIN, UnaryOperator.identity());
    }

    @Override
    public Reading<ExportRow> reading() {
        return Reading.CURRENT;
    }

    @Override
    public void begin() {
        csv.record(ExportColumn.NAMED.stream().map(NamedColumn::name).toList());
    }

    @Override
    public boolean row(ExportRow row) {
        List<String> cells = new ArrayList<>(ExportColumn.ALL.size());
        for (ExportColumn column : ExportColumn.ALL) {
            Optional<?> known = column.value().apply(row);
            cells.add(known.isEmpty() ? "" : cell(column, known.get()));
        }
        csv.record(cells);
        return true;
    }

    private String cell(ExportColumn column, Object known) {
        if (column.type().isNumber()) {
            return csv.number(known);
        }
        if (known instanceof Instant moment) {
            return Moments.micros(moment);
        }
        String text = known.toString();
        String safe = csv.name(text);
        changed += safe.equals(text) ? 0 : 1;
        return safe;
    }

    @Override
    public void end() throws IOException {
        csv.flush();
        writer.flush();
    }

    @Override
    public List<String> notes() {
        return SafeCells.notes(changed);
    }
}

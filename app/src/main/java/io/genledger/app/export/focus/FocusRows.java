package io.genledger.app.export.focus;

import io.genledger.app.csv.Csv;
import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowSum;
import io.genledger.app.export.file.Parts;
import io.genledger.app.export.text.SafeCells;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.usecase.export.Reading;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rows of FOCUS 1.3 as CSV. Every entry is added to the row of its charge, and those of
 * cancellations are subtracted, so that the rows of any selection add up to its credits. Entries
 * come in the order of their times of creation: only the rows of one period are in memory.
 */
public final class FocusRows implements FormatRows<ExportRow> {

    private final Parts parts;
    private final FocusForm form;
    private final Map<FocusCharge, RowSum> charges = new LinkedHashMap<>();
    private Optional<Instant> period = Optional.empty();
    private Writer writer = Writer.nullWriter();
    private Csv csv = new Csv(writer, Csv.Form.PLAIN, UnaryOperator.identity());
    private long part;
    private long rowsOfPart;
    private long rows;
    private long corrections;
    private long changed;

    /** Writes rows of {@code form}. */
    public FocusRows(Parts parts, FocusForm form) {
        this.parts = parts;
        this.form = form;
    }

    @Override
    public Reading<ExportRow> reading() {
        return Reading.ENTRIES;
    }

    @Override
    public void begin() throws IOException {
        part++;
        rowsOfPart = 0;
        String name = form.maxRows().isPresent() ? Long.toString(part) : Parts.WHOLE;
        writer = new OutputStreamWriter(parts.next(name), StandardCharsets.UTF_8);
        csv = new Csv(writer, Csv.Form.PLAIN, UnaryOperator.identity());
        csv.record(FocusColumn.NAMED.stream().map(NamedColumn::name).toList());
    }

    /** A row of one generation states its cost, so that one of unknown cost is left out. */
    @Override
    public boolean row(ExportRow row) throws IOException {
        Instant next = form.group().period(row);
        if (!period.equals(Optional.of(next))) {
            writePeriod();
            period = Optional.of(next);
        }
        boolean isSingle = form.group() == FocusGroup.NONE;
        boolean hasCost = row.posting().credits().isPresent();
        FocusCharge charge = FocusCharge.of(row, form.group());
        if (hasCost || !isSingle) {
            sum(charge).add(row);
        }
        boolean hasInferenceCost = row.posting().byokUpstream().isPresent();
        if (form.withByok() && charge.isByok() && (hasInferenceCost || !isSingle)) {
            sum(charge.ofInference()).add(row, RowSum.Figure.BYOK_UPSTREAM);
        }
        return hasCost || !isSingle;
    }

    private RowSum sum(FocusCharge charge) {
        return charges.computeIfAbsent(charge, key -> new RowSum());
    }

    private void writePeriod() throws IOException {
        for (Map.Entry<FocusCharge, RowSum> one : charges.entrySet()) {
            if (!one.getValue().isNothing()) {
                write(new FocusRow(one.getKey(), one.getValue(), form));
            }
        }
        charges.clear();
    }

    private void write(FocusRow row) throws IOException {
        if (form.maxRows().equals(Optional.of(rowsOfPart))) {
            end(writer);
            begin();
        }
        List<String> cells = new ArrayList<>(FocusColumn.ALL.size());
        for (FocusColumn column : FocusColumn.ALL) {
            Optional<?> known = column.value().apply(row);
            cells.add(known.isEmpty() ? "" : cell(known.get()));
        }
        csv.record(cells);
        rows++;
        rowsOfPart++;
        corrections += row.charge().kind().isCorrection() ? 1 : 0;
    }

    private String cell(Object known) {
        if (known instanceof UsdAmount || known instanceof Number) {
            return csv.number(known);
        }
        String text = known.toString();
        String safe = csv.name(text);
        changed += safe.equals(text) ? 0 : 1;
        return safe;
    }

    private void end(Writer ended) throws IOException {
        csv.flush();
        ended.flush();
    }

    @Override
    public void end() throws IOException {
        writePeriod();
        end(writer);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Rows: %,d%s."
                        .formatted(
                                rows,
                                corrections == 0
                                        ? ""
                                        : ", %,d of them corrections of months that were over"
                                                .formatted(corrections)));
        notes.addAll(SafeCells.notes(changed));
        return notes;
    }
}

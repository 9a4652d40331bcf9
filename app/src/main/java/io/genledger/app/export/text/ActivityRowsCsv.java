package io.genledger.app.export.text;

import io.genledger.app.csv.Csv;
import io.genledger.app.export.column.ActivityColumn;
import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.Precedence;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.usecase.export.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rows in the columns of OpenRouter's Activity export. A row that was imported from one comes out
 * as it came in; the others have what a record states.
 */
public final class ActivityRowsCsv implements FormatRows<ExportRow> {

    private final Writer writer;
    private final Csv csv;
    private final RowDecoders decoders;
    private final boolean truncates;
    private long changed;
    private long incomplete;

    /**
     * Writes to {@code out}.
     *
     * @param truncates whether to cut amounts toward zero to six decimals, as OpenRouter does
     */
    public ActivityRowsCsv(OutputStream out, RowDecoders decoders, boolean truncates) {
        this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = new Csv(writer, Csv.Form.PLAIN, UnaryOperator.identity());
        this.decoders = decoders;
        this.truncates = truncates;
    }

    @Override
    public Reading<ExportRow> reading() {
        return Reading.CURRENT;
    }

    @Override
    public void begin() {
        csv.record(ActivityColumn.NAMED.stream().map(NamedColumn::name).toList());
    }

    @Override
    public boolean row(ExportRow row) {
        Optional<MetadataDocument> document = row.document().filter(one -> one.removal().isEmpty());
        Optional<Map<String, String>> imported = document.flatMap(decoders.activity()::of);
        csv.record(imported.map(this::cells).orElseGet(() -> cells(row, document)));
        return true;
    }

    private List<String> cells(Map<String, String> imported) {
        List<String> cells = new ArrayList<>(ActivityColumn.ALL.size());
        for (NamedColumn column : ActivityColumn.NAMED) {
            String text = imported.getOrDefault(column.name(), "");
            cells.add(column.unit().contains("US dollars") ? text : safe(text));
        }
        return cells;
    }

    private List<String> cells(ExportRow row, Optional<MetadataDocument> document) {
        incomplete++;
        Optional<Generation> generation = document.flatMap(this::decoded);
        List<String> cells = new ArrayList<>(ActivityColumn.ALL.size());
        for (ActivityColumn column : ActivityColumn.ALL) {
            Optional<?> known = column.value().apply(row, generation);
            cells.add(known.isEmpty() ? "" : cell(known.get()));
        }
        return cells;
    }

    /** Empty if this version cannot decode it; the entry's own figures stay. */
    private Optional<Generation> decoded(MetadataDocument document) {
        try {
            return Optional.of(decoders.documents().decode(document));
        } catch (UndecodableDocumentException undecodable) {
            return Optional.empty();
        }
    }

    private String cell(Object known) {
        if (known instanceof UsdAmount amount) {
            return (truncates
                            ? amount.roundedTo(Precedence.ACTIVITY_DECIMALS, RoundingMode.DOWN)
                            : amount)
                    .toString();
        }
        return known instanceof Number ? known.toString() : safe(known.toString());
    }

    private String safe(String text) {
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
        List<String> notes = new ArrayList<>(SafeCells.notes(changed));
        if (incomplete > 0) {
            notes.add(
                    "These columns are empty except in rows that were imported from an Activity"
                            + " CSV, since a record does not state them: "
                            + ActivityColumn.unstated().collect(Collectors.joining(", "))
                            + ".");
        }
        return notes;
    }
}

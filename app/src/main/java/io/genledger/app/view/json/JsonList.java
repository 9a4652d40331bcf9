package io.genledger.app.view.json;

import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListWriter;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationRow;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A list of generations as one JSON object, written row by row. */
public final class JsonList implements ListWriter {

    private final JsonGenerator json;
    private final List<ListColumn> columns;

    /** Begins a list that is written to {@code out} on one line without a line end. */
    public JsonList(Writer out, List<ListColumn> columns) {
        this.json = ViewJson.generator(out);
        this.columns = columns;
        json.writeStartObject();
        json.writeName("rows");
        json.writeStartArray();
    }

    @Override
    public void row(GenerationRow row) {
        write(json, columns, row);
    }

    static void write(JsonGenerator json, List<ListColumn> columns, GenerationRow row) {
        json.writeStartObject();
        for (ListColumn column : columns) {
            json.writeName(column.label());
            ViewJson.write(json, column.of(row));
        }
        json.writeEndObject();
    }

    @Override
    public void end(Optional<GenerationId> last) {
        json.writeEndArray();
        json.writeName("next");
        ViewJson.write(json, last);
        json.writeEndObject();
        json.flush();
    }
}

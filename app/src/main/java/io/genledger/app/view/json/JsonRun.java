package io.genledger.app.view.json;

import io.genledger.app.view.generation.RunView;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.domain.report.GenerationRow;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** A run as one JSON object: its generations, written one by one, then its sums. */
public final class JsonRun implements Consumer<GenerationRow> {

    private static final List<ListColumn> COLUMNS =
            Stream.concat(RunView.COLUMNS.stream(), Stream.of(ListColumn.MAY_INCLUDE_WORKERS))
                    .toList();

    private final JsonGenerator json;

    /** Begins a run that is written to {@code out} on one line without a line end. */
    public JsonRun(Writer out) {
        json = ViewJson.generator(out);
        json.writeStartObject();
        json.writeName("rows");
        json.writeStartArray();
    }

    @Override
    public void accept(GenerationRow row) {
        JsonList.write(json, COLUMNS, row);
    }

    /** Ends the object. */
    public void end(RunView run) {
        json.writeEndArray();
        ViewJson.writeProperties(json, run);
        json.writeEndObject();
        json.flush();
    }
}

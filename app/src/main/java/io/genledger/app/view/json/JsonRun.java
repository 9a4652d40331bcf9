package io.genledger.app.view.json;

import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.RunView;
import io.genledger.app.view.spend.Figure;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationRow;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A run as one JSON object: its generations, written one by one, then its sums. */
public final class JsonRun implements Consumer<GenerationRow> {

    private static final List<ListColumn> COLUMNS =
            List.of(
                    ListColumn.ID,
                    ListColumn.CREATED,
                    ListColumn.of(Dimension.REQUEST),
                    ListColumn.of(Dimension.SESSION),
                    ListColumn.of(Dimension.MODEL),
                    ListColumn.of(Dimension.PROVIDER),
                    ListColumn.of(Dimension.USER),
                    ListColumn.of(Dimension.BYOK),
                    ListColumn.of(Dimension.CANCELLED),
                    ListColumn.of(Dimension.TRUST),
                    ListColumn.MAY_INCLUDE_WORKERS,
                    ListColumn.of(Figure.SPEND),
                    ListColumn.of(Figure.CREDITS),
                    ListColumn.of(Figure.BYOK_UPSTREAM),
                    ListColumn.of(Figure.PROMPT_TOKENS),
                    ListColumn.of(Figure.COMPLETION_TOKENS),
                    ListColumn.DURATION);

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

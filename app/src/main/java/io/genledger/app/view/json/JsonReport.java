package io.genledger.app.view.json;

import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** A report as one JSON object, written row by row. */
public final class JsonReport implements ReportWriter {

    private final JsonGenerator json;

    JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /** A report that is written to {@code out} on one line without a line end. */
    public static JsonReport to(Writer out) {
        return new JsonReport(ViewJson.generator(out));
    }

    @Override
    public void begin(ReportHead head) {
        json.writeStartObject();
        ViewJson.writeProperties(json, head);
        json.writeName("rows");
        json.writeStartArray();
    }

    @Override
    public void row(ReportRow row) {
        ViewJson.write(json, row);
    }

    @Override
    public void end(ReportEnd end) {
        json.writeEndArray();
        ViewJson.writeProperties(json, end);
        json.writeEndObject();
        json.flush();
    }
}

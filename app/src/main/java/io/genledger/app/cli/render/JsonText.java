package io.genledger.app.cli.render;

import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.Rejection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes that {@code --json} prints. Others build on them: a change of one is a change of the
 * program's contract.
 */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /** {@code value} on one line. */
    public static String of(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    /** What {@code track} did. */
    public static ObjectNode tracked(PendingGenerations.Tracked tracked) {
        return object().put("new", tracked.added())
                .put("pending", tracked.pending())
                .put("kept", tracked.recorded())
                .put("ended", tracked.givenUp());
    }

    /** What {@code collect} did. */
    public static ObjectNode collected(CollectSummary summary) {
        return object().put("recorded", summary.recorded())
                .put("revised", summary.revised())
                .put("unchanged", summary.unchanged())
                .put("notReady", summary.notReady())
                .put("givenUp", summary.givenUp())
                .put("failed", summary.failed());
    }

    /** What {@code import} did. */
    public static ObjectNode imported(ImportSummary summary, List<Rejection> rejections) {
        ObjectNode shape =
                object().put("recorded", summary.recorded())
                        .put("unchanged", summary.unchanged())
                        .put("rejected", summary.rejected());
        ArrayNode rejects = shape.putArray("rejects");
        for (Rejection rejection : rejections) {
            rejects.addObject()
                    .put("file", rejection.file())
                    .put("line", rejection.line())
                    .put("field", rejection.field().orElse(null))
                    .put("reason", rejection.reason());
        }
        return shape.put("inline", summary.inline()).put("superseded", summary.superseded());
    }

    /** What {@code report} answers. */
    public static ObjectNode report(SpendReport report) {
        ObjectNode shape = object();
        ArrayNode rows = shape.putArray("rows");
        for (SpendRow row : report.rows()) {
            ObjectNode cells = rows.addObject();
            for (int i = 0; i < report.dimensions().size(); i++) {
                Dimension dimension = report.dimensions().get(i);
                cells.put(dimension.label(), row.group().get(i).orElse(null));
            }
            putTotals(cells, row.totals());
        }
        putTotals(shape.putObject("totals"), report.totals());
        return shape;
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void putTotals(ObjectNode cells, SpendTotals totals) {
        cells.put("requests", totals.requests())
                .put("spend", totals.spend().toString())
                .put("credits", totals.credits().toString())
                .put("byokUpstream", totals.byokUpstream().toString())
                .put("cacheDiscount", totals.cacheDiscount().toString())
                .put("promptTokens", totals.tokens().prompt().value())
                .put("completionTokens", totals.tokens().completion().value())
                .put("reasoningTokens", totals.tokens().reasoning().value())
                .put("cachedTokens", totals.tokens().cached().value())
                .put("unknownSpend", totals.unknownSpend())
                .put("byokFee", totals.byokFee().toString())
                .put("unknownCacheSaving", totals.unknownCacheSaving());
    }
}

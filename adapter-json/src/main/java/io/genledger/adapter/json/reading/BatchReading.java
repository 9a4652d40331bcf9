package io.genledger.adapter.json.reading;

import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the state and the results of a batch (OPENROUTER.md §10). A batch is no generation; the
 * completions in its results are, and it may state their cost in one sum only.
 */
final class BatchReading {

    private static final String NO_RESULTS =
            "expected the results of a batch, found a batch without them: a batch is no generation;"
                    + " when it is completed, import its results or track their ids";

    /** The fields in which states of batches have their results. */
    private static final Set<String> RESULTS = Set.of("results", "data", "output");

    private final Found found;

    BatchReading(Found found) {
        this.found = found;
    }

    /** One result: the response with the body of a completion. */
    void result(long line, byte[] bytes) throws IOException {
        BatchResults results = new BatchResults(bytes);
        found.input(bytes)
                .read(parser -> {
                    parser.nextToken();
                    results.read(parser);
                    return results;
                });
        results.passOn(line, found);
    }

    /** The state of a batch, or a page of its results. */
    void state(long line, byte[] bytes) throws IOException {
        BatchResults results = new BatchResults(bytes);
        Optional<String> cost =
                found.input(bytes).read(parser -> Optional.ofNullable(state(parser, results)));
        if (results.isEmpty()) {
            throw new UndecodableDocumentException(Optional.empty(), 1, NO_RESULTS, null);
        }
        results.passOn(line, found);
        if (cost.isPresent()) {
            found.note(
                    line,
                    "the whole batch cost "
                            + cost.get()
                            + " USD; this sum is not recorded: each generation in it counts by its"
                            + " own figures");
        }
    }

    /** Finds the results; returns the cost of the batch, null if it is not stated. */
    private static @Nullable String state(JsonParser parser, BatchResults results) {
        @Nullable String cost = null;
        parser.nextToken();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && RESULTS.contains(name)) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    results.read(parser);
                }
            } else if (name.equals("usage") && value == JsonToken.START_OBJECT) {
                cost = costIn(parser);
            }
            parser.skipChildren();
        }
        return cost;
    }

    private static @Nullable String costIn(JsonParser parser) {
        @Nullable String cost = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken().isNumeric() && name.equals("cost")) {
                cost = parser.getString();
            }
            parser.skipChildren();
        }
        return cost;
    }
}

package io.genledger.adapter.json.reading;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the state and the results of a batch (OPENROUTER.md §10). A batch is no generation; the
 * completions in its results are, and only the batch states their cost, in one sum.
 */
final class BatchReading {

    private static final String NO_RESULTS =
            "expected the results of a batch, found a batch without them: a batch is no generation;"
                    + " when it is completed, import its results or track their ids";

    private final Found found;

    BatchReading(Found found) {
        this.found = found;
    }

    /** One result: the response with the body of a completion. */
    void result(long line, byte[] bytes) throws IOException {
        Results results = new Results(bytes);
        found.input(bytes)
                .read(parser -> {
                    parser.nextToken();
                    results.readResult(parser);
                    return results;
                });
        results.passOn(line);
    }

    /** The state of a batch, or a page of its results. */
    void state(long line, byte[] bytes) throws IOException {
        Results results = new Results(bytes);
        Optional<String> cost =
                found.input(bytes).read(parser -> Optional.ofNullable(results.readState(parser)));
        if (results.bodies.isEmpty()) {
            throw new UndecodableDocumentException(Optional.empty(), 1, NO_RESULTS, null);
        }
        results.passOn(line);
        if (cost.isPresent()) {
            found.note(
                    line,
                    "the whole batch cost "
                            + cost.get()
                            + " USD; its generations state no cost of their own until their records"
                            + " are collected");
        }
    }

    /** The bodies in a document, as they came. */
    private final class Results {

        private final byte[] document;
        private final List<byte[]> bodies = new ArrayList<>();

        Results(byte[] document) {
            this.document = document;
        }

        /** Finds the bodies; returns the cost of the batch, null if it is not stated. */
        private @Nullable String readState(JsonParser parser) {
            @Nullable String cost = null;
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                boolean isList = value == JsonToken.START_ARRAY;
                if (isList
                        && (name.equals("results")
                                || name.equals("data")
                                || name.equals("output"))) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        readResult(parser);
                    }
                } else if (name.equals("usage") && value == JsonToken.START_OBJECT) {
                    cost = costIn(parser);
                }
                parser.skipChildren();
            }
            return cost;
        }

        private @Nullable String costIn(JsonParser parser) {
            @Nullable String cost = null;
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken().isNumeric() && name.equals("cost")) {
                    cost = parser.getString();
                }
                parser.skipChildren();
            }
            return cost;
        }

        /** Finds the body in {@code response.body}, or in {@code response} itself. */
        private void readResult(JsonParser parser) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
                if (isObject && name.equals("response")) {
                    readResponse(parser);
                }
                parser.skipChildren();
            }
        }

        private void readResponse(JsonParser parser) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (isObject && name.equals("body")) {
                    int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
                    bodies.add(Arrays.copyOfRange(document, begin, end));
                }
            }
        }

        private void passOn(long line) throws IOException {
            for (byte[] body : bodies) {
                found.completion(line, InputKind.BATCH, body, Optional.<GenerationId>empty());
            }
        }
    }
}

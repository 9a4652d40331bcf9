package io.genledger.adapter.json.reading;

import io.genledger.adapter.json.recognise.Form;
import io.genledger.adapter.json.recognise.Recogniser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The results in one document, with the bodies of their completions as they came. */
final class BatchResults {

    /** The fields in which a result has its response: of chat and of the Messages API. */
    private static final Set<String> RESPONSES = Set.of("response", "result");

    /** The fields in which the response has the completion. */
    private static final Set<String> BODIES = Set.of("body", "message");

    /**
     * The completion in a result.
     *
     * @param bytes empty if the request failed before there was one
     */
    private record Body(long line, Optional<byte[]> bytes) {}

    private final byte[] document;
    private final List<Body> bodies = new ArrayList<>();

    BatchResults(byte[] document) {
        this.document = document;
    }

    boolean isEmpty() {
        return bodies.isEmpty();
    }

    /** Reads a result, in which {@code parser} stands, to its end. */
    void read(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        Optional<byte[]> body = Optional.empty();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken() == JsonToken.START_OBJECT && RESPONSES.contains(name)) {
                body = body(parser);
            }
            parser.skipChildren();
        }
        bodies.add(new Body(line, body));
    }

    /** The body in the response, or the response itself if it is the completion. */
    private Optional<byte[]> body(JsonParser parser) {
        Optional<byte[]> body = Optional.empty();
        int begin = offset(parser);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            int start = offset(parser);
            parser.skipChildren();
            if (isObject && BODIES.contains(name)) {
                body = Optional.of(bytes(start, parser));
            }
        }
        return body.or(() ->
                Optional.of(bytes(begin, parser))
                        .filter(bytes -> Recogniser.look(bytes).form() == Form.COMPLETION));
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** The object that ends where {@code parser} stands. */
    private byte[] bytes(int begin, JsonParser parser) {
        return Arrays.copyOfRange(document, begin, offset(parser) + 1);
    }

    /**
     * Passes on each result by itself.
     *
     * @param first the line of the document
     */
    void passOn(long first, Found found) throws IOException {
        for (Body body : bodies) {
            found.batchResult(first + body.line() - 1, body.bytes());
        }
    }
}

package io.genledger.adapter.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values nobody knows yet: copied token by token, numbers digit for digit. */
final class RawJson {

    private static final char LAST_ASCII = 126;

    private RawJson() {}

    /** The value at which {@code parser} stands, compact; the parser then stands at its end. */
    static String of(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = DocumentInput.MAPPER.createGenerator(text)) {
            copy(parser, generator);
        }
        return text.toString();
    }

    /** Copies the value at which {@code parser} stands; the parser then stands at its end. */
    static void copy(JsonParser parser, JsonGenerator generator) {
        copyEvent(parser, generator);
        for (int depth = depthChange(parser); depth > 0; depth += depthChange(parser)) {
            parser.nextToken();
            copyEvent(parser, generator);
        }
    }

    private static void copyEvent(JsonParser parser, JsonGenerator generator) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            generator.writeNumber(parser.getString());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }

    /**
     * The same JSON in ASCII. What is beyond it stands inside strings, where an escape says the
     * same; and half a surrogate pair, which no encoding of Unicode can write, is kept.
     */
    static String ascii(String json) {
        if (json.chars().allMatch(c -> c <= LAST_ASCII)) {
            return json;
        }
        StringBuilder ascii = new StringBuilder();
        json.chars()
                .forEach(c -> {
                    if (c <= LAST_ASCII) {
                        ascii.append((char) c);
                    } else {
                        ascii.append("\\u%04x".formatted(c));
                    }
                });
        return ascii.toString();
    }

    private static int depthChange(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}

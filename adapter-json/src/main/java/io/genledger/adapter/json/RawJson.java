package io.genledger.adapter.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Copies a value nobody knows yet into compact JSON, numbers digit for digit. */
final class RawJson {

    private RawJson() {}

    /** The value at which {@code parser} stands; the parser then stands at its end. */
    static String of(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = DocumentInput.MAPPER.createGenerator(text)) {
            copyEvent(parser, generator);
            for (int depth = depthChange(parser); depth > 0; depth += depthChange(parser)) {
                parser.nextToken();
                copyEvent(parser, generator);
            }
        }
        return text.toString();
    }

    private static void copyEvent(JsonParser parser, JsonGenerator generator) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            generator.writeNumber(parser.getString());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }

    private static int depthChange(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}

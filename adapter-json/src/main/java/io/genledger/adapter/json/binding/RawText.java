package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.ports.UndecodableDocumentException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The value of a field that is not documented.
 *
 * @param json the value as compact JSON, numbers digit for digit
 * @param line the line on which it begins, from 1
 */
@JsonDeserialize(using = RawText.Deserializer.class)
public record RawText(String json, int line) {

    private static final JsonFactory JSON = new JsonFactory();

    /** The value at which {@code parser} stands; the parser then stands at its end. */
    public static RawText at(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        boolean isPlain = token.isScalarValue() && token != JsonToken.VALUE_STRING;
        return new RawText(isPlain ? parser.getString() : copied(parser), line);
    }

    /**
     * Adds the unknown fields of the object at {@code place} to {@code all}, as JSON by path.
     *
     * @throws UndecodableDocumentException if the name of one field is the path of another
     */
    public static void collect(String place, Map<String, RawText> fields, Map<String, String> all) {
        fields.forEach((name, value) -> {
            if (all.put(place + name, value.json) != null) {
                throw new UndecodableDocumentException(
                        Optional.of(place + Excerpt.of(name, Excerpt.VALUE_CHARS)),
                        value.line,
                        "expected the field once, found it twice",
                        null);
            }
        });
    }

    private static String copied(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            copyEvent(parser, json);
            for (int depth = depthChange(parser); depth > 0; depth += depthChange(parser)) {
                parser.nextToken();
                copyEvent(parser, json);
            }
        }
        return text.toString();
    }

    private static void copyEvent(JsonParser parser, JsonGenerator json) {
        if (parser.currentToken().isNumeric()) {
            json.writeNumber(parser.getString());
        } else {
            json.copyCurrentEvent(parser);
        }
    }

    private static int depthChange(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    /** Reads what Jackson calls "any" property. */
    static final class Deserializer extends FieldDeserializer<RawText> {

        @Override
        public RawText deserialize(JsonParser parser, DeserializationContext context) {
            SeenFields.around(parser).addName(parser);
            return at(parser);
        }
    }
}

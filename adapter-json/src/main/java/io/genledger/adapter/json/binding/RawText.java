package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.ports.document.UndecodableDocumentException;
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
 * The value of an undocumented field.
 *
 * @param json the value as compact JSON, numbers digit for digit
 * @param line the line on which it begins, from 1
 */
@JsonDeserialize(using = RawText.Deserializer.class)
public record RawText(String json, int line) {

    private static final JsonFactory JSON = new JsonFactory();

    /** The value at which {@code parser} stands; the parser then stands at its end. */
    private static RawText at(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_STRING) {
            return new RawText(parser.getString(), line);
        }
        if (parser.hasToken(JsonToken.VALUE_STRING) && isPlain(parser.getString())) {
            return new RawText('"' + parser.getString() + '"', line);
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = copyEvent(parser, json);
            while (depth > 0) {
                parser.nextToken();
                depth += copyEvent(parser, json);
            }
        }
        return new RawText(text.toString(), line);
    }

    /** Whether {@code text} has no character to escape; writing it with a generator is slow. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Copies one event; returns 1 if it opens an object or list, -1 if it closes one, else 0. */
    private static int copyEvent(JsonParser parser, JsonGenerator json) {
        JsonToken event = parser.currentToken();
        if (event.isNumeric()) {
            json.writeNumber(parser.getString());
        } else {
            json.copyCurrentEvent(parser);
        }
        return event.isStructStart() ? 1 : event.isStructEnd() ? -1 : 0;
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

    /** Reads an "any" property of Jackson. */
    static final class Deserializer extends FieldDeserializer<RawText> {

        @Override
        public RawText deserialize(JsonParser parser, DeserializationContext context) {
            SeenFields.around(parser).addName(parser);
            return at(parser);
        }
    }
}

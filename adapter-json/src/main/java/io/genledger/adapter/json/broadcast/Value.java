package io.genledger.adapter.json.broadcast;

import io.genledger.adapter.json.value.BoundedBytes;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A scalar of OTLP/JSON, digit for digit.
 *
 * @param type the field in which it stands, e.g. {@code intValue}
 * @param token the kind of JSON scalar: OTLP also writes numbers in strings
 * @param text its text
 */
record Value(String type, JsonToken token, String text) {

    /** The longest text that is kept, in bytes; longer ones are prompts and completions. */
    private static final int MAX_TEXT = 64 << 10;

    private static final String STRING = "stringValue";

    /** A text. */
    static Value of(String text) {
        return new Value(STRING, JsonToken.VALUE_STRING, text);
    }

    /**
     * The scalar at which {@code parser} stands; null for a list, an object, null, or a text that
     * is empty or too long. The parser then stands at its end.
     */
    static @Nullable Value at(JsonParser parser, String type) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            BoundedBytes bytes = new BoundedBytes(MAX_TEXT);
            try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
                parser.readString(writer);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.isExceeded() || bytes.size() == 0
                    ? null
                    : new Value(type, token, bytes.text());
        }
        parser.skipChildren();
        return token.isScalarValue() && token != JsonToken.VALUE_NULL
                ? new Value(type, token, parser.getString())
                : null;
    }

    /** Whether it is a number, as JSON number or in a string. */
    boolean isNumber() {
        return type.equals("intValue") || type.equals("doubleValue");
    }

    /** Writes the scalar as it was. */
    void writeTo(JsonGenerator json) {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(text);
            case VALUE_TRUE, VALUE_FALSE -> json.writeBoolean(token == JsonToken.VALUE_TRUE);
            default -> json.writeString(text);
        }
    }
}

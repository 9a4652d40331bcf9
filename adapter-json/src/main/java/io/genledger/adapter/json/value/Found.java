package io.genledger.adapter.json.value;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The value at which a parser stands, as a message shows it. */
public final class Found {

    private Found() {}

    /**
     * The value at hand: a scalar by its own text, {@code an object}, {@code a list}, or {@code
     * nothing} at the end of the document.
     */
    public static String at(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> '"' + excerpt(parser) + '"';
            default -> excerpt(parser);
        };
    }

    private static String excerpt(JsonParser parser) {
        return Excerpt.of(parser.getString(), Excerpt.VALUE_CHARS);
    }
}

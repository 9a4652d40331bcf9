package io.genledger.adapter.json.value;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;

/** A well-formed JSON value that its field does not accept. Jackson adds the path of the field. */
public final class Refusal extends DatabindException {

    private static final long serialVersionUID = 1L;

    private Refusal(JsonParser parser, String expected, String found) {
        super(parser, "expected " + expected + ", found " + found);
    }

    /** Refuses the value at which {@code parser} stands; the field accepts {@code expected}. */
    public static Refusal expected(String expected, JsonParser parser) {
        return new Refusal(parser, expected, found(parser));
    }

    /** Refuses a second occurrence of the field at whose value {@code parser} stands. */
    public static Refusal repeated(JsonParser parser) {
        return new Refusal(parser, "the field once", "it twice");
    }

    private static String found(JsonParser parser) {
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

package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The tokens of one document, with what every reader asks of them. */
final class Tokens {

    /** No further name in the object. */
    static final int END = -2;

    private static final int SAFE_LONG_DIGITS = 18;

    private final JsonParser parser;

    Tokens(JsonParser parser) {
        this.parser = parser;
    }

    /** Steps to the next token; null at the end. */
    @Nullable JsonToken next() {
        return parser.nextToken();
    }

    /**
     * Steps to the next name of the object at hand, and says which of {@code names} it is.
     *
     * @param last the one before it; {@link FieldNames#NONE} at the object's beginning
     * @return an index of {@code names}, {@link FieldNames#NONE}, or {@link #END} at the object's
     *     end
     */
    int nextName(FieldNames<?> names, int last) {
        int guess = names.follower(last);
        if (parser.nextName(names.name(guess))) {
            return guess;
        }
        if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
            return END;
        }
        int index = names.indexOf(parser.currentName());
        if (index != FieldNames.NONE) {
            names.follows(last, index);
        }
        return index;
    }

    /** The name at hand, or of the value at hand. */
    String name() {
        return parser.currentName();
    }

    /** Steps to the next name of the object at hand; null at the object's end. */
    @Nullable String nextName() {
        return parser.nextName();
    }

    /** The token at hand; null before the first and after the last. */
    @Nullable JsonToken current() {
        return parser.currentToken();
    }

    /** The name at which the parser stands, or null if it stands at a value. */
    @Nullable String nameAhead() {
        return parser.currentToken() == JsonToken.PROPERTY_NAME ? parser.currentName() : null;
    }

    /** The value at hand; then stands at its end. */
    WireValue value() {
        int line = line();
        return switch (parser.currentToken()) {
            case VALUE_NULL -> WireValue.of(WireValue.Form.NULL, "", line);
            case VALUE_STRING -> WireValue.of(WireValue.Form.TEXT, parser.getString(), line);
            case VALUE_NUMBER_INT -> integer(line);
            case VALUE_NUMBER_FLOAT ->
                    WireValue.of(WireValue.Form.NUMBER, parser.getString(), line);
            case VALUE_TRUE -> WireValue.of(WireValue.Form.FLAG, "true", line);
            case VALUE_FALSE -> WireValue.of(WireValue.Form.FLAG, "false", line);
            case START_ARRAY -> {
                parser.skipChildren();
                yield WireValue.of(WireValue.Form.LIST, "", line);
            }
            default -> {
                parser.skipChildren();
                yield WireValue.of(WireValue.Form.OBJECT, "", line);
            }
        };
    }

    /** Zero with a sign is left to its text. */
    private WireValue integer(int line) {
        int digits = parser.getStringLength();
        if (digits <= SAFE_LONG_DIGITS) {
            long whole = parser.getLongValue();
            if (whole != 0 || digits == 1) {
                return WireValue.of(whole, line);
            }
        }
        return WireValue.of(WireValue.Form.NUMBER, parser.getString(), line);
    }

    /** The value at hand as compact JSON, numbers digit for digit; then stands at its end. */
    String rawValue() {
        return RawJson.of(parser);
    }

    /** Copies the value at hand, numbers digit for digit; then stands at its end. */
    void copyValue(JsonGenerator json) {
        RawJson.copy(parser, json);
    }

    /** Passes over the value at hand. */
    void skipValue() {
        parser.skipChildren();
    }

    /** What stands at hand, as a message shows it. */
    String found() {
        return parser.currentToken() == null ? "nothing" : value().shown();
    }

    /** The line of the token at hand, from 1. */
    int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** A refusal of what stands at hand. */
    UndecodableDocumentException undecodable(@Nullable String field, String reason) {
        return new UndecodableDocumentException(Optional.ofNullable(field), line(), reason, null);
    }

    /** A refusal of a field that was there before. */
    UndecodableDocumentException twice(String field) {
        return undecodable(field, "expected the field once, found it twice");
    }
}

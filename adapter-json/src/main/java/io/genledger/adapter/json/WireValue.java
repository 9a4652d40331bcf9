package io.genledger.adapter.json;

import io.genledger.ports.UndecodableDocumentException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One value as the document states it, not interpreted yet.
 *
 * @param form which kind of JSON value
 * @param text a string's content, a number's own digits, {@code true} or {@code false}; empty
 *     otherwise
 * @param line where it stands, from 1
 */
record WireValue(Form form, String text, int line) {

    /** The kinds of JSON values. */
    enum Form {
        NULL,
        TEXT,
        NUMBER,
        FLAG,
        OBJECT,
        LIST
    }

    /** Whether it is an explicit {@code null}. */
    boolean isNull() {
        return form == Form.NULL;
    }

    /** Whether it has a text: neither null nor an object nor a list. */
    boolean isScalar() {
        return form == Form.TEXT || form == Form.NUMBER || form == Form.FLAG;
    }

    /**
     * What it means.
     *
     * @param reading interprets it
     * @param field names the field it stands in, should {@code reading} refuse it
     * @throws UndecodableDocumentException if {@code reading} refuses it
     */
    <T> T as(Function<WireValue, T> reading, Supplier<String> field) {
        try {
            return reading.apply(this);
        } catch (UnexpectedValueException unexpected) {
            throw new UndecodableDocumentException(
                    Optional.of(field.get()),
                    line,
                    "expected " + unexpected.expected() + ", found " + shown(),
                    unexpected);
        }
    }

    /** The value as a message shows it. */
    String shown() {
        return switch (form) {
            case NULL -> "null";
            case TEXT -> '"' + Excerpt.of(text, Excerpt.VALUE_CHARS) + '"';
            case NUMBER, FLAG -> Excerpt.of(text, Excerpt.VALUE_CHARS);
            case OBJECT -> "an object";
            case LIST -> "a list";
        };
    }
}

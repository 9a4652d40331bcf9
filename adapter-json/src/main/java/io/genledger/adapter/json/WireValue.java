package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One value as the document states it, not interpreted yet. */
final class WireValue {

    /** The kinds of JSON values. */
    enum Form {
        NULL,
        TEXT,
        NUMBER,
        FLAG,
        OBJECT,
        LIST
    }

    private final Form form;
    private final int line;
    private final @Nullable String text;
    private final long whole;

    private WireValue(Form form, @Nullable String text, long whole, int line) {
        this.form = form;
        this.text = text;
        this.whole = whole;
        this.line = line;
    }

    /**
     * A value that is no whole number.
     *
     * @param text a string's content, a number's own digits, {@code true} or {@code false}; empty
     *     otherwise
     * @param line where it stands, from 1
     */
    static WireValue of(Form form, String text, int line) {
        return new WireValue(form, text, 0, line);
    }

    /**
     * A number that is written as {@link Long#toString} writes it. Most numbers are, and need no
     * text until somebody asks for one.
     */
    static WireValue of(long whole, int line) {
        return new WireValue(Form.NUMBER, null, whole, line);
    }

    /** Which kind of JSON value. */
    Form form() {
        return form;
    }

    /**
     * A string's content, a number's own digits, {@code true} or {@code false}; empty otherwise.
     */
    String text() {
        return text == null ? Long.toString(whole) : text;
    }

    /** Where it stands, from 1. */
    int line() {
        return line;
    }

    /** Whether it was read as a whole number, which is {@link #whole}. */
    boolean isWhole() {
        return text == null;
    }

    /** The whole number it was read as; 0 if it was not. */
    long whole() {
        return whole;
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
            case TEXT -> '"' + Excerpt.of(text(), Excerpt.VALUE_CHARS) + '"';
            case NUMBER, FLAG -> Excerpt.of(text(), Excerpt.VALUE_CHARS);
            case OBJECT -> "an object";
            case LIST -> "a list";
        };
    }
}

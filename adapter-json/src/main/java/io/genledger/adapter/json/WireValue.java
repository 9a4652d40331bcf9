package io.genledger.adapter.json;

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

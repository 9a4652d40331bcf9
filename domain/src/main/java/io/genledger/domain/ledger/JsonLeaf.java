package io.genledger.domain.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * A text, number or flag somewhere in a JSON document. Its JSON is canonical, and depends on the
 * value only: {@code 1.50} and {@code 15e-1} are one number, {@code "2025-08-20T10:00:00+02:00"}
 * and {@code "2025-08-20T08:00:00Z"} are one time.
 *
 * @param path the names and indexes that lead to it
 * @param value its value, a text without quotation marks
 * @param form how the value is written
 */
record JsonLeaf(String path, String value, Form form) implements Comparable<JsonLeaf> {

    private enum Form {
        /** A text, in quotation marks. */
        TEXT,
        /** A number or flag, as it is. */
        LITERAL,
        /** Text that is not JSON, in quotation marks behind a mark of its own. */
        MALFORMED
    }

    /** Longer numbers are not normalised: no amount has as many characters. */
    private static final int LONGEST_NUMBER = 200;

    /** Most numbers are whole, not longer than this, and canonical as written. */
    private static final int SHORT_NUMBER = 18;

    /** Numbers with more zeros are written with an exponent. */
    private static final int MOST_ZEROS = 64;

    private static final int SHORTEST_TIME = "2025-08-20T08:02Z".length();

    /** A text, in UTC if it is a time: JSON has no type for times. */
    static JsonLeaf ofText(String path, String text) {
        return ofCanonicalText(path, isLikeTime(text) ? inUtc(text) : text);
    }

    /** A text other than a time, or a time as {@link java.time.Instant} writes it. */
    static JsonLeaf ofCanonicalText(String path, String text) {
        return new JsonLeaf(path, text, Form.TEXT);
    }

    static JsonLeaf ofNumber(String path, String number) {
        return ofCanonical(path, isShortAndWhole(number) ? number : canonicalNumber(number));
    }

    /** A flag, or a number in plain decimals without a zero at its end. */
    static JsonLeaf ofCanonical(String path, String json) {
        return new JsonLeaf(path, json, Form.LITERAL);
    }

    /** Text that is not JSON; the mark distinguishes it from every other leaf. */
    static JsonLeaf ofMalformed(String path, String text) {
        return new JsonLeaf(path, text, Form.MALFORMED);
    }

    /** Whether it is a canonical number of few digits: most numbers are. */
    static boolean isShortAndWhole(String number) {
        if (number.isEmpty() || number.length() > SHORT_NUMBER || number.startsWith("0")) {
            return number.equals("0");
        }
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String canonicalNumber(String number) {
        if (number.length() > LONGEST_NUMBER) {
            return number;
        }
        try {
            BigDecimal value = new BigDecimal(number).stripTrailingZeros();
            return Math.abs(value.scale()) <= MOST_ZEROS ? value.toPlainString() : value.toString();
        } catch (ArithmeticException | NumberFormatException exponentTooLarge) {
            return number;
        }
    }

    /** A cheap check: few texts are times, and failing to parse one is slow. */
    private static boolean isLikeTime(String text) {
        return text.length() >= SHORTEST_TIME
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T';
    }

    private static String inUtc(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException noTime) {
            return text;
        }
    }

    /** The beginning of the line of each leaf at {@code path}. */
    static String beginning(String path) {
        StringBuilder beginning = new StringBuilder();
        quote(path, beginning);
        return beginning.append('=').toString();
    }

    /** Appends the leaf as a line. */
    void appendTo(StringBuilder lines) {
        quote(path, lines);
        lines.append('=');
        endLine(lines);
    }

    /** Appends the rest of the line whose {@link #beginning} was appended. */
    void endLine(StringBuilder lines) {
        appendJsonTo(lines);
        lines.append('\n');
    }

    private void appendJsonTo(StringBuilder json) {
        if (form == Form.LITERAL) {
            json.append(value);
        } else {
            json.append(form == Form.MALFORMED ? "!" : "");
            quote(value, json);
        }
    }

    private String json() {
        StringBuilder json = new StringBuilder();
        appendJsonTo(json);
        return json.toString();
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        if (needsEscape(text)) {
            escape(text, json);
        } else {
            json.append(text);
        }
        json.append('"');
    }

    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
    }

    private static boolean needsEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(JsonLeaf other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : json().compareTo(other.json());
    }
}

package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Copies JSON and replaces long strings, such as pictures in base64, by a note. Holds what it
 * copied and none of the long strings.
 */
public final class LongStrings {

    /**
     * The longest string that is copied, in characters: more than the attempts have that Broadcast
     * states in a string.
     */
    static final int MOST_CHARS = 4_000;

    /** The most bytes of a string that is copied: four for each character. */
    private static final int MOST_BYTES = 4 * MOST_CHARS;

    /** The bits with which a byte of UTF-8 begins that continues a character. */
    private static final int CONTINUES = 0x80;

    private static final int FIRST_BITS = 0xC0;

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final ByteArrayOutputStream string = new ByteArrayOutputStream();
    private boolean inString;
    private boolean escaped;
    private long chars;

    /** A new object of JSON. */
    LongStrings() {}

    /** The document with its long strings replaced. */
    public static byte[] shortened(byte[] document) {
        LongStrings strings = new LongStrings();
        strings.write(document, 0, document.length);
        return strings.copy.toByteArray();
    }

    /** Copies the next bytes. */
    void write(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = inString ? string(bytes, at, to) : between(bytes, at, to);
        }
    }

    /** The number of bytes copied, without those of a string that has not ended. */
    int size() {
        return copy.size();
    }

    /** All that was copied. */
    byte[] bytes() {
        return copy.toByteArray();
    }

    private int between(byte[] bytes, int from, int to) {
        int quote = from;
        while (quote < to && bytes[quote] != '"') {
            quote++;
        }
        inString = quote < to;
        int end = inString ? quote + 1 : to;
        copy.write(bytes, from, end - from);
        return end;
    }

    private int string(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && !ends(bytes[end])) {
            escaped = bytes[end] == '\\' && !escaped;
            chars += (bytes[end] & FIRST_BITS) == CONTINUES ? 0 : 1;
            end++;
        }
        string.write(bytes, from, Math.min(end - from, MOST_BYTES - string.size()));
        if (end == to) {
            return to;
        }
        close();
        copy.write(bytes[end]);
        return end + 1;
    }

    /** A string that was cut off ends with its line, because JSON has no line ends in strings. */
    private boolean ends(byte next) {
        return next == '\n' || (next == '"' && !escaped);
    }

    private void close() {
        copy.writeBytes(
                chars > MOST_CHARS
                        ? ("[" + chars + " characters left out]").getBytes(UTF_8)
                        : string.toByteArray());
        string.reset();
        chars = 0;
        inString = false;
        escaped = false;
    }
}

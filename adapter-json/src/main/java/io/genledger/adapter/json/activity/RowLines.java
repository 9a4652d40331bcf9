package io.genledger.adapter.json.activity;

import io.genledger.adapter.json.value.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a CSV in UTF-8, as bytes. A row is one line, or several if a quoted cell has line
 * ends. Holds one row in memory.
 */
final class RowLines {

    /** The longest row, in bytes; one of 400 was the longest seen. */
    static final int MAX_BYTES = 128 << 10;

    private final InputStream stream;
    private final byte[] window = new byte[MAX_BYTES];

    private int start;
    private int at;
    private int end;
    private long line;
    private long nextLine = 1;

    /** The end of the row's first line in the window; 0 if that line has not ended. */
    private int firstLineEnd;

    private boolean isWhole;

    RowLines(InputStream stream) {
        this.stream = stream;
    }

    /** Steps to the next row; false at the end of the stream. */
    boolean next() throws IOException {
        start = at;
        line = nextLine;
        firstLineEnd = 0;
        isWhole = false;
        boolean isQuoted = false;
        while (!isWhole && (at < end || fill())) {
            switch (window[at++]) {
                case '"' -> isQuoted = !isQuoted;
                case '\n' -> {
                    nextLine++;
                    firstLineEnd = firstLineEnd == 0 ? at : firstLineEnd;
                    isWhole = !isQuoted;
                }
                default -> {}
            }
        }
        isWhole |= at - start < MAX_BYTES;
        return at > start;
    }

    /** Reads more of the row; false at the end of the stream, or if the row fills the window. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            at -= start;
            end -= start;
            firstLineEnd = Math.max(0, firstLineEnd - start);
            start = 0;
        }
        int count = end == MAX_BYTES ? -1 : stream.read(window, end, MAX_BYTES - end);
        end += Math.max(0, count);
        return count > 0;
    }

    /** Whether the row was read to its end; false if it is longer than {@link #MAX_BYTES}. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether the row has several lines. */
    boolean hasSeveralLines() {
        return firstLineEnd > 0 && firstLineEnd < at;
    }

    /** Ends the row with its first line; {@link #next()} then steps to the second. */
    void cutToFirstLine() {
        at = firstLineEnd;
        nextLine = line + 1;
        isWhole = true;
    }

    /**
     * Steps to the next part of a line that is longer than {@link #MAX_BYTES}; false at its end.
     */
    boolean more() throws IOException {
        start = at;
        while (!isWhole && (at < end || fill())) {
            isWhole = window[at++] == '\n';
        }
        nextLine += isWhole ? 1 : 0;
        return at > start;
    }

    /** The line on which the row begins, from 1. */
    long line() {
        return line;
    }

    /** The row without the line end. */
    String text() {
        int last = at;
        while (last > start && (window[last - 1] == '\n' || window[last - 1] == '\r')) {
            last--;
        }
        return new String(window, start, last - start, StandardCharsets.UTF_8);
    }

    /** Whether the row, or as much of it as is read, is UTF-8. */
    boolean isUtf8() {
        return Utf8.isValid(bytes());
    }

    /** The row with its line end, or as much of it as is read. */
    byte[] bytes() {
        return Arrays.copyOfRange(window, start, at);
    }
}

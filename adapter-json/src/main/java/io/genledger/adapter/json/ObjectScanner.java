package io.genledger.adapter.json;

/**
 * Finds the end of one JSON object, fed with its bytes in chunks of any size. Reads only ASCII
 * bytes, which in UTF-8 are never part of another character.
 */
final class ObjectScanner {

    /** What stopped the scan. */
    enum Stop {
        /** Nothing yet: the chunk is used up. */
        NOTHING,
        /** The brace that closes the object. */
        END,
        /** The brace with which another object begins, because this one was cut off. */
        NEXT_OBJECT
    }

    private static final int NOT_AT_LINE_START = -1;

    private long startColumn;
    private int depth;

    /** One bit for each level, the innermost lowest: whether it is an array. */
    private long arrays;

    private boolean inString;
    private boolean escaped;

    /** The last byte outside strings that was no white space. */
    private byte last;

    /** Blanks at the beginning of the line so far. */
    private long indentation;

    private Stop stop = Stop.NOTHING;
    private long lines;
    private int lineStart;

    /** Begins anew, with the byte behind an opening brace. */
    void begin(long column) {
        startColumn = column;
        depth = 1;
        arrays = 0;
        inString = false;
        escaped = false;
        last = '{';
        indentation = NOT_AT_LINE_START;
    }

    /**
     * Scans on.
     *
     * @return the index of the byte that {@link #stop()} names, or {@code to}
     */
    int scan(byte[] bytes, int from, int to) {
        stop = Stop.NOTHING;
        lines = 0;
        lineStart = -1;
        int at = from;
        while (at < to) {
            at = inString ? skipString(bytes, at, to) : skipStructure(bytes, at, to);
            if (stop != Stop.NOTHING) {
                return at;
            }
        }
        return at;
    }

    /** What stopped the last scan. */
    Stop stop() {
        return stop;
    }

    /** How many lines ended in the last scan. */
    long lines() {
        return lines;
    }

    /** Where in the last scan's chunk the last line began; -1 if none did. */
    int lineStart() {
        return lineStart;
    }

    /** To behind the string's end, or behind the line's: JSON has no line ends in strings. */
    private int skipString(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '\n') {
                inString = false;
                escaped = false;
                endLine(at);
                return at + 1;
            } else if (escaped) {
                escaped = false;
            } else if (b == '\\') {
                escaped = true;
            } else if (b == '"') {
                inString = false;
                return at + 1;
            }
        }
        return to;
    }

    /** To behind the next string's beginning, or to what stops the scan. */
    private int skipStructure(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            switch (b) {
                case ' ', '\t', '\r' -> {
                    if (indentation != NOT_AT_LINE_START) {
                        indentation++;
                    }
                    continue;
                }
                case '\n' -> {
                    endLine(at);
                    continue;
                }
                case '{' -> {
                    if (beginsNextObject()) {
                        stop = Stop.NEXT_OBJECT;
                        return at;
                    }
                    open(0);
                }
                case '[' -> open(1);
                case '}', ']' -> {
                    arrays >>>= 1;
                    if (--depth == 0) {
                        stop = Stop.END;
                        return at;
                    }
                }
                default -> {}
            }
            last = b;
            indentation = NOT_AT_LINE_START;
            if (b == '"') {
                inString = true;
                return at + 1;
            }
        }
        return to;
    }

    private boolean beginsNextObject() {
        boolean allowed =
                switch (last) {
                    case ':', '[' -> true;
                    case ',' -> (arrays & 1) == 1;
                    default -> false;
                };
        return !allowed && indentation != NOT_AT_LINE_START && indentation <= startColumn;
    }

    private void open(int array) {
        depth++;
        arrays = arrays << 1 | array;
    }

    private void endLine(int at) {
        indentation = 0;
        lines++;
        lineStart = at + 1;
    }
}

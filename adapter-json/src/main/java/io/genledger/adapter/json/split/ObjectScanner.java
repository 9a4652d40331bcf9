package io.genledger.adapter.json.split;

/** Finds the end of one JSON object, fed with its UTF-8 bytes in chunks of any size. */
final class ObjectScanner {

    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean atLineStart;
    private boolean isOneLine;
    private long lines;

    /**
     * Begins an object, after its opening brace.
     *
     * @param oneLine whether it ends with its line, as the data of an event does
     */
    void begin(boolean oneLine) {
        isOneLine = oneLine;
        depth = 1;
        inString = false;
        escaped = false;
        atLineStart = false;
    }

    /**
     * Returns the index of the brace that closes the object, of a brace at the beginning of a line,
     * where the next object begins because this one was cut off, of the beginning of a line that
     * begins with no JSON, of the end of the only line, or else {@code to}.
     */
    int scan(byte[] bytes, int from, int to) {
        lines = 0;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '\n') {
                if (isOneLine) {
                    return at;
                }
                lines++;
                // JSON has no line ends in strings: a string that was cut off ends with its line.
                inString = false;
                escaped = false;
                atLineStart = true;
            } else if (inString) {
                inString = b != '"' || escaped;
                escaped = b == '\\' && !escaped;
                atLineStart = false;
            } else if (atLineStart && (b == '{' || LineInObject.beginsWith(b))) {
                return at;
            } else if (closes(b)) {
                return at;
            }
        }
        return to;
    }

    private boolean closes(byte b) {
        atLineStart = false;
        switch (b) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
        }
        return depth == 0;
    }

    /** The line that begins here belongs to the object. */
    void continueLine() {
        atLineStart = false;
    }

    /** Whether the brace that closes the object was found. */
    boolean isClosed() {
        return depth == 0;
    }

    /** The number of lines that ended in the last scan. */
    long lines() {
        return lines;
    }
}

package io.genledger.adapter.json.split;

/**
 * Finds the end of one JSON object, fed with its bytes in chunks of any size. It reads only ASCII
 * bytes, which in UTF-8 are never part of another character.
 */
final class ObjectScanner {

    /** Why a scan ended. */
    enum Stop {
        /** The chunk is used up. */
        CHUNK_END,
        /** At the brace that closes the object. */
        OBJECT_END,
        /** At a brace at the beginning of a line: the next object, because this one was cut off. */
        NEXT_OBJECT
    }

    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean atLineStart;

    private Stop stop = Stop.CHUNK_END;
    private long lines;

    /** Begins an object, behind its opening brace. */
    void begin() {
        depth = 1;
        inString = false;
        escaped = false;
        atLineStart = false;
    }

    /**
     * Scans on.
     *
     * @return the index of the byte that {@link #stop()} names, or {@code to}
     */
    int scan(byte[] bytes, int from, int to) {
        stop = Stop.CHUNK_END;
        lines = 0;
        int at = from;
        while (at < to && stop == Stop.CHUNK_END) {
            at = inString ? skipString(bytes, at, to) : skipStructure(bytes, at, to);
        }
        return at;
    }

    /** Why the last scan ended. */
    Stop stop() {
        return stop;
    }

    /** How many lines ended in the last scan. */
    long lines() {
        return lines;
    }

    /** To behind the end of the string, or of the line: JSON has no line ends in strings. */
    private int skipString(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '\n') {
                inString = false;
                escaped = false;
                endLine();
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

    /** To behind the beginning of the next string, or to the byte that stops the scan. */
    private int skipStructure(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '\n') {
                endLine();
                continue;
            }
            if (b == '{' && atLineStart) {
                stop = Stop.NEXT_OBJECT;
                return at;
            }
            atLineStart = false;
            switch (b) {
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (--depth == 0) {
                        stop = Stop.OBJECT_END;
                        return at;
                    }
                }
                case '"' -> {
                    inString = true;
                    return at + 1;
                }
                default -> {}
            }
        }
        return to;
    }

    private void endLine() {
        atLineStart = true;
        lines++;
    }
}

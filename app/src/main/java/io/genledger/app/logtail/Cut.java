package io.genledger.app.logtail;

/**
 * Where a piece of a text ends, and where the next one begins: at the same place, unless a line was
 * cut. What stands before a word may open an id, so that a piece which begins within a line begins
 * with some words of the one before.
 *
 * @param end how many bytes make the piece
 * @param next where in these bytes the next piece begins
 */
record Cut(int end, int next) {

    /** As much as the scanner of ids looks at before a word. */
    private static final int BEFORE_WORD = 23;

    /**
     * Cuts behind the last line that is complete.
     *
     * @param isFull whether there is no room for more bytes, so that a line may be too long
     */
    static Cut of(byte[] bytes, boolean isFull) {
        int line = lastLineEnd(bytes);
        if (line > 0) {
            return new Cut(line, line);
        }
        return isFull ? withinLine(bytes) : new Cut(0, 0);
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** A word that fills a whole piece is no id, wherever it is cut. */
    private static Cut withinLine(byte[] bytes) {
        int end = startOfWord(bytes, bytes.length);
        int next = startOfWord(bytes, Math.max(0, end - BEFORE_WORD));
        return next == 0 ? new Cut(bytes.length, bytes.length) : new Cut(end, next);
    }

    private static int startOfWord(byte[] bytes, int end) {
        int start = end;
        while (start > 0 && isPartOfWord(bytes[start - 1])) {
            start--;
        }
        return start;
    }

    private static boolean isPartOfWord(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_';
    }
}

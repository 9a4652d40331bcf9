package io.genledger.app.logtail;

/**
 * The end of a piece of text and the start of the next one. Both are the same unless a line was
 * cut. Then the next piece repeats the last words of this one, because the text before a word
 * decides whether the word is an id.
 *
 * @param end length of the piece in bytes
 * @param next offset in these bytes at which the next piece begins; {@code end} at most
 */
record Cut(int end, int next) {

    /** Bytes before a word that the id scanner examines. */
    private static final int BEFORE_WORD = 23;

    /**
     * Cuts after the last complete line.
     *
     * @param isFull whether the piece has its largest size, so that a longer line must be cut
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

    /**
     * Cuts before a word. A word that fills the piece is too long for an id: it is cut anywhere.
     */
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

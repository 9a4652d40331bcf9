package io.genledger.app.logtail;

/**
 * The end of a piece of text and the start of the next one. Both are the same unless a line was
 * cut. Then the next piece repeats the last words of this one, because the text before a word
 * decides whether the word is an id.
 *
 * @param end length of the piece in bytes; 0 if there is no piece yet
 * @param next offset in these bytes at which the next piece begins; {@code end} at most
 */
record Cut(int end, int next) {

    /** Bytes before a word that the id scanner examines. */
    private static final int BEFORE_WORD = 23;

    /**
     * Cuts after the last complete line. A line longer than a piece is cut before a word; a word
     * longer than a piece is too long for an id and is cut anywhere.
     *
     * @param isFull whether the piece has its largest size
     */
    static Cut of(byte[] bytes, boolean isFull) {
        int line = bytes.length;
        while (line > 0 && bytes[line - 1] != '\n') {
            line--;
        }
        if (line > 0 || !isFull) {
            return new Cut(line, line);
        }
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
        return b == '-' || b == '_' || (b > 0 && Character.isLetterOrDigit(b));
    }
}

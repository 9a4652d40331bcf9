package io.genledger.adapter.sql.engine;

/**
 * Text as every engine stores it: without unpaired surrogates, which JSON may have and UTF-8
 * cannot, and without the character 0, which PostgreSQL cannot store and no argument can hold. The
 * archived document keeps both.
 */
public final class WellFormedText {

    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    /** The text, with Unicode's replacement character for each other one. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder stored = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || isUnpaired(point) ? REPLACEMENT : point)
                .forEach(stored::appendCodePoint);
        return stored.toString();
    }

    private static boolean isUnpaired(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}

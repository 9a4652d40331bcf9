package io.genledger.adapter.sql.engine;

/**
 * Text without unpaired surrogates, which JSON may have and UTF-8, in which databases store text,
 * cannot. The archived document keeps them.
 */
public final class WellFormedText {

    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    /** The text, with Unicode's replacement character for each unpaired surrogate. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder stored = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isUnpaired(point) ? REPLACEMENT : point)
                .forEach(stored::appendCodePoint);
        return stored.toString();
    }

    private static boolean isUnpaired(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}

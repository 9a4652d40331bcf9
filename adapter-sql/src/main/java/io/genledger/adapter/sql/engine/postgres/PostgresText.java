package io.genledger.adapter.sql.engine.postgres;

/**
 * Text that PostgreSQL can store: without the character 0 and without unpaired surrogates. The
 * archived document keeps both.
 */
final class PostgresText {

    private static final char REPLACEMENT = '\uFFFD';

    private PostgresText() {}

    /** The text, with Unicode's replacement character for each unstorable one. */
    static String of(String text) {
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

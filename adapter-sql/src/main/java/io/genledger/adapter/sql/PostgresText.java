package io.genledger.adapter.sql;

/** Text as PostgreSQL keeps it; the document beside it has every character as it came. */
final class PostgresText {

    private static final char REPLACEMENT = '\uFFFD';

    private PostgresText() {}

    /** The same text; what is no character there is replaced as Unicode says. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || isHalf(point) ? REPLACEMENT : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}

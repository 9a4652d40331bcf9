package io.genledger.adapter.json.value;

/** Foreign text in a message: short, on one line, and unable to steer a terminal. */
public final class Excerpt {

    /** Characters of an offending value that a message repeats. */
    public static final int VALUE_CHARS = 40;

    private static final char CUT = '…';

    private Excerpt() {}

    /** The beginning of {@code text}, what cannot be seen written as {@code \\u001b}. */
    public static String of(String text, int maxChars) {
        StringBuilder excerpt = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            String shown =
                    isVisible(codePoint) ? Character.toString(codePoint) : escaped(codePoint);
            if (excerpt.length() + shown.length() > maxChars) {
                return excerpt.append(CUT).toString();
            }
            excerpt.append(shown);
            at += Character.charCount(codePoint);
        }
        return excerpt.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted(codePoint);
        };
    }
}

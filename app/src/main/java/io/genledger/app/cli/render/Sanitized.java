package io.genledger.app.cli.render;

/**
 * Sanitizes text for a terminal: control and format characters become escapes, so that a name in a
 * record cannot move the cursor, hide itself or break a line.
 */
public final class Sanitized {

    private Sanitized() {}

    /** {@code text} on one line. */
    public static String of(String text) {
        return safe(text, false);
    }

    /** {@code text} with its line breaks. */
    public static String lines(String text) {
        return safe(text, true);
    }

    /** Whether {@code text} is printable ASCII, as most texts are: each character is one cell. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String safe(String text, boolean keepLines) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (isHarmless(c) || (keepLines && c == '\n')) {
                        safe.appendCodePoint(c);
                    } else {
                        safe.append("\\u%04x".formatted(c));
                    }
                });
        return safe.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}

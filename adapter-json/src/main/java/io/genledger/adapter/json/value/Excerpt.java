package io.genledger.adapter.json.value;

import java.util.regex.Pattern;

/** Foreign text in a message: short, on one line, and unable to steer a terminal. */
public final class Excerpt {

    /** Characters of an offending value that a message repeats. */
    public static final int VALUE_CHARS = 40;

    /** What cannot be seen, or moves what can: controls, formats, half characters, line ends. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Excerpt() {}

    /** The beginning of {@code text}, what cannot be seen written as {@code \\u001b}. */
    public static String of(String text, int maxChars) {
        StringBuilder excerpt = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            String character = Character.toString(codePoint);
            boolean isHidden = HIDDEN.matcher(character).matches();
            String shown = isHidden ? escaped(codePoint) : character;
            if (excerpt.length() + shown.length() > maxChars) {
                return excerpt.append('…').toString();
            }
            excerpt.append(shown);
            at += Character.charCount(codePoint);
        }
        return excerpt.toString();
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

package io.genledger.adapter.json.value;

import io.genledger.ports.document.KeyMask;
import java.util.regex.Pattern;

/**
 * The beginning of a document's text for a message, without keys and sanitized for one line of a
 * terminal.
 */
public final class Excerpt {

    /** The most characters of a value in a message. */
    public static final int VALUE_CHARS = 40;

    /** Invisible characters: controls, formats, unpaired surrogates, line ends. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** The characters behind an excerpt that are looked at, because a key may begin in it. */
    private static final int LOOK_AHEAD_CHARS = 200;

    private Excerpt() {}

    /**
     * At most {@code maxChars} of {@code whole}; invisible characters become {@code \\u001b} and
     * the like.
     */
    public static String of(String whole, int maxChars) {
        int end = Math.min(whole.length(), maxChars + LOOK_AHEAD_CHARS);
        String text = KeyMask.of(whole.substring(0, end));
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

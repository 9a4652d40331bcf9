package io.genledger.ports.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Hides keys in messages, and in what is kept of a document that cannot be read, such as a line of
 * a log with the headers of a request: keys of OpenRouter, and the token after {@code Bearer}.
 */
public final class KeyMask {

    private static final String TOKEN = "[A-Za-z0-9._~+/=-]";

    /** A short word after "bearer" is no token, unless the text was cut within it. */
    private static final Pattern KEYS =
            Pattern.compile(
                    "\\b(sk-or-)[A-Za-z0-9_-]+|\\b((?i:bearer)\\s+)(?!sk-or-)(?:"
                            + TOKEN
                            + "{16,}+|"
                            + TOKEN
                            + "++$)");

    private static final String HIDDEN = "$1$2[hidden]";

    private KeyMask() {}

    /** Whether {@code text} holds a key, which then belongs neither into a ledger nor a message. */
    public static boolean isKeyIn(String text) {
        return KEYS.matcher(text).find();
    }

    /** {@code text} with {@code [hidden]} in place of each key. */
    public static String of(String text) {
        return KEYS.matcher(text).replaceAll(HIDDEN);
    }

    /** {@code text}, in UTF-8 or any other encoding that contains ASCII, without its keys. */
    public static byte[] of(byte[] text) {
        // Latin-1 has a character for each byte, so that all other bytes stay.
        return of(new String(text, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

package io.genledger.adapter.http;

import java.util.regex.Pattern;

/**
 * The API key of an OpenRouter account. It is sent in one request header and nowhere else; this
 * class has no method that prints, compares or serializes it.
 */
public final class ApiKey {

    /** A shorter key is redacted only as a whole word: a test's key "any" is part of "many". */
    private static final int SHORTEST_SECRET = 8;

    private final String secret;
    private final String place;
    private final Pattern occurrence;

    /**
     * The key in the variable {@code OPENROUTER_API_KEY}.
     *
     * @param secret as in the other constructor
     */
    public ApiKey(String secret) {
        this(secret, "OPENROUTER_API_KEY");
    }

    /**
     * @param secret printable ASCII without spaces, at least one character
     * @param place the variable or the file that holds it, for messages
     * @throws IllegalArgumentException if {@code secret} cannot be a key; the message omits it
     */
    public ApiKey(String secret, String place) {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "not an API key: expected printable ASCII without spaces or line breaks");
        }
        this.secret = secret;
        this.place = place;
        String quoted = Pattern.quote(secret);
        this.occurrence =
                Pattern.compile(
                        secret.length() < SHORTEST_SECRET
                                ? "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])"
                                : quoted);
    }

    /** The variable or the file that holds the key. */
    String place() {
        return place;
    }

    String authorization() {
        return "Bearer " + secret;
    }

    /**
     * The text with each occurrence of the key replaced, because servers echo what they receive.
     */
    String redacted(String text) {
        return occurrence.matcher(text).replaceAll("[key]");
    }

    /** Whether the text contains the key. */
    boolean isIn(String text) {
        return occurrence.matcher(text).find();
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}

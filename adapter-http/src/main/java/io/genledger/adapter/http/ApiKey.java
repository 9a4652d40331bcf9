package io.genledger.adapter.http;

import java.util.regex.Pattern;

/**
 * The secret that OpenRouter knows its caller by. It goes into one request header and nowhere else:
 * nothing can print it, compare it or write it to a stream.
 */
public final class ApiKey {

    /** Anything shorter is a trial's key, and part of many a word: of "many", for one. */
    private static final int SHORTEST_SECRET = 8;

    private final String secret;
    private final Pattern shown;

    /**
     * @param secret printable ASCII, no spaces, at least one character
     * @throws IllegalArgumentException if {@code secret} cannot be a key; it is not shown
     */
    public ApiKey(String secret) {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "not an API key: expected printable ASCII without spaces or line breaks");
        }
        this.secret = secret;
        String anywhere = Pattern.quote(secret);
        this.shown =
                Pattern.compile(
                        secret.length() < SHORTEST_SECRET
                                ? "(?<![A-Za-z0-9])" + anywhere + "(?![A-Za-z0-9])"
                                : anywhere);
    }

    String authorization() {
        return "Bearer " + secret;
    }

    /** The same text with the secret blotted out: servers echo what they were sent. */
    String redacted(String text) {
        return shown.matcher(text).replaceAll("[key]");
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}

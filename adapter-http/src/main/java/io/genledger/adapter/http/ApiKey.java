package io.genledger.adapter.http;

/**
 * The secret that OpenRouter knows its caller by. It goes into one request header and nowhere else:
 * nothing can print it, compare it or write it to a stream.
 */
public final class ApiKey {

    private final String secret;

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
    }

    String authorization() {
        return "Bearer " + secret;
    }

    /** The same text with the secret blotted out: servers echo what they were sent. */
    String redacted(String text) {
        return text.replace(secret, "[key]");
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}

package io.genledger.ports.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A secret that gives access to the server: a prefix that names its kind, and 32 random bytes as
 * base64url. Secrets are compared by their digests.
 */
public abstract sealed class AccessSecret permits SessionSecret, TokenSecret {

    private static final int BYTES = 32;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    AccessSecret(String value) {
        this.value = value;
    }

    static String draw(String prefix, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean hasForm(String prefix, String text) {
        return text.startsWith(prefix)
                && BASE64URL.matcher(text).region(prefix.length(), text.length()).matches();
    }

    /** The secret itself, in printable ASCII characters; never to be logged or kept. */
    public String value() {
        return value;
    }

    /** The digest of this secret. */
    public SecretDigest digest() {
        return SecretDigest.of(value);
    }

    /** The kind of secret, without the secret. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}

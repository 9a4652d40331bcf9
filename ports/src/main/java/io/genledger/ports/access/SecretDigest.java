package io.genledger.ports.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a secret, by which the ledger finds it without keeping it. A secret has 256 random
 * bits, so that it cannot be guessed from its digest, and needs no salt.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record SecretDigest(String hex) {

    /**
     * @throws IllegalArgumentException if {@code hex} is of another form
     */
    public SecretDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256 in hexadecimal digits");
        }
    }

    static SecretDigest of(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Compares all digits, so that the time that this takes says nothing about them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretDigest digest
                && MessageDigest.isEqual(
                        hex.getBytes(StandardCharsets.US_ASCII),
                        digest.hex.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }
}

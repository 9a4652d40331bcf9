package io.genledger.ports.quarantine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which equal documents are found, so that the quarantine keeps them once. */
public final class BodyDigest {

    private BodyDigest() {}

    /** SHA-256 of {@code body} as 64 hexadecimal digits. */
    public static String of(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

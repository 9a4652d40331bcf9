package io.genledger.domain.ledger;

import io.genledger.domain.generation.Generation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HexFormat;

/**
 * Identifies the content of a document: its kind and all that OpenRouter stated, independent of
 * order, spelling, spacing and time of receipt. Digests of different versions cannot be compared;
 * {@link #isOf} compares a kept digest by its own version.
 *
 * @param version the algorithm, 1 to {@value #NEWEST_VERSION}
 * @param hex SHA-256 in lower-case hexadecimal, 64 characters
 */
public record ContentDigest(int version, String hex) {

    /** The version that {@link #of(Generation)} computes. */
    public static final int NEWEST_VERSION = 2;

    private static final int HEX_DIGITS = 64;

    private static final String SHA_256 = "SHA-256";

    /** Asked directly, because to look for one among all takes longer than a digest. */
    private static final Provider PROVIDER = provider();

    /**
     * @throws IllegalArgumentException if the version is unknown or {@code hex} is not a SHA-256 in
     *     lower-case hexadecimal
     */
    public ContentDigest {
        requireKnown(version);
        if (!isSha256(hex)) {
            throw new IllegalArgumentException(
                    "a content digest has 64 hexadecimal digits, not '" + hex + "'");
        }
    }

    /** The digest of {@code generation} by the newest version. */
    public static ContentDigest of(Generation generation) {
        return of(generation, NEWEST_VERSION);
    }

    /**
     * The digest of {@code generation} by one version of the algorithm.
     *
     * <ul>
     *   <li>Version 1 changes when an unknown field becomes a documented one.
     *   <li>Version 2 does not: it sorts all fields by name and takes each value as canonical JSON,
     *       documented or not. It changes only if a field of a completion is documented under
     *       another name.
     * </ul>
     *
     * @throws IllegalArgumentException if the version is unknown
     */
    public static ContentDigest of(Generation generation, int version) {
        requireKnown(version);
        String content =
                version == 1 ? ContentText.version1(generation) : ContentText.version2(generation);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ContentDigest(version, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Whether this is the digest of {@code generation} by this version. */
    public boolean isOf(Generation generation) {
        return equals(of(generation, version));
    }

    private static boolean isSha256(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            if (!isLowerHex(hex.charAt(i))) {
                return false;
            }
        }
        return hex.length() == HEX_DIGITS;
    }

    private static boolean isLowerHex(int digit) {
        return HexFormat.isHexDigit(digit) && (digit < 'A' || digit > 'F');
    }

    private static void requireKnown(int version) {
        if (version < 1 || version > NEWEST_VERSION) {
            throw new IllegalArgumentException(
                    "content digests have version 1 to " + NEWEST_VERSION + ", not " + version);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(SHA_256, PROVIDER);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("the provider has SHA-256", impossible);
        }
    }

    private static Provider provider() {
        try {
            return MessageDigest.getInstance(SHA_256).getProvider();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Version and hexadecimal digits, e.g. {@code 2:ea3a…}. */
    @Override
    public String toString() {
        return version + ":" + hex;
    }
}

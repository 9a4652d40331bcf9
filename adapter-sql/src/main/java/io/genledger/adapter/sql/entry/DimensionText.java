package io.genledger.adapter.sql.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One text of one dimension, short enough for an index: PostgreSQL's have entries of at most 2,704
 * bytes. Of a longer text, the beginning and a digest are kept, so that it still differs from every
 * other; the document has the whole text.
 *
 * @param dimension the dimension
 * @param text at most {@value #MOST_CHARS} characters
 */
record DimensionText(EntryDimension dimension, String text) {

    /** A character has at most three bytes in UTF-8, or four as two characters. */
    private static final int MOST_CHARS = 600;

    private static final int BEGINNING = 500;

    /** Shortens {@code text} if it is long. */
    DimensionText {
        text = text.length() <= MOST_CHARS ? text : shortened(text);
    }

    private static String shortened(String text) {
        int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        return text.substring(0, end) + "… sha256:" + sha256(text);
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

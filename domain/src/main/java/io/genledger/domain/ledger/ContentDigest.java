package io.genledger.domain.ledger;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names the content of a record: what OpenRouter stated, whatever the order, spelling or spacing of
 * the document, and whenever it was received. Two documents with one digest say the same, and are
 * of the same kind.
 *
 * @param value SHA-256 in lower-case hexadecimal
 */
public record ContentDigest(String value) {

    /** The digest of everything {@code generation} states, fields nobody documented included. */
    public static ContentDigest of(Generation generation) {
        StringBuilder content = new StringBuilder(opening(generation.shape().kind()));
        for (MetadataField field : MetadataField.values()) {
            field.textIn(generation).ifPresent(text -> append(content, field.wireName(), text));
        }
        generation.shape().unknown().forEach((name, json) -> append(content, name, json));
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        return new ContentDigest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Nothing before a record, as ledgers have it; else a word, where a record has a length. */
    private static String opening(DocumentKind kind) {
        return kind == DocumentKind.METADATA ? "" : kind.name() + '\n';
    }

    /** Lengths keep two different contents from running together into one text. */
    private static void append(StringBuilder content, String name, String text) {
        content.append(name.length()).append(':').append(name);
        content.append(text.length()).append(':').append(text).append('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

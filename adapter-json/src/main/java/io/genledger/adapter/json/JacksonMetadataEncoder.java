package io.genledger.adapter.json;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.MetadataEncoder;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes records as OpenRouter answers them, in its own spelling or its SDK's: one line of JSON in
 * ASCII, money as plain numbers with every digit.
 *
 * <p>What it cannot know without the document: whether a record without attempts had an empty list
 * or null, and whether an attempt's missing field was null; both are written the shorter way.
 * {@link #respell} has the document, and changes nothing but names, white space and escapes.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class JacksonMetadataEncoder implements MetadataEncoder {

    private static final int TYPICAL_BYTES = 2_000;

    private final Spelling spelling;

    /** Writes names in {@code spelling}. */
    public JacksonMetadataEncoder(Spelling spelling) {
        this.spelling = spelling;
    }

    @Override
    public byte[] encode(Generation generation) {
        if (generation.shape().kind() != DocumentKind.METADATA) {
            throw new IllegalArgumentException(
                    "expected a generation's own record, found the inline figures of a completion: "
                            + generation.id());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = RecordWriter.generator(bytes)) {
            new RecordWriter(json, spelling).write(generation);
        }
        return bytes.toByteArray();
    }

    @Override
    public byte[] respell(MetadataDocument document) {
        byte[] bytes = document.bytes();
        Envelope envelope = DocumentInput.read(bytes, WireReader::new);
        envelope.requireRecord();
        boolean wrapped = envelope.wrapped() != null;
        return DocumentInput.read(bytes, tokens -> new Respelling(tokens, wrapped, spelling));
    }
}

package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;

/**
 * Reads the metadata of {@code GET /generation}: wrapped in {@code data} or bare, in OpenRouter's
 * spelling or its SDK's, numbers as JSON numbers or in strings (contract.md, "The fields of data").
 * Only the id is indispensable. A field that is there must make sense, or the document is refused
 * with the field's name; fields nobody documented yet are listed in the generation's shape. The
 * body of a completion is refused: it is no record, though it has the record's id.
 *
 * <p>Takes documents of up to {@value #MAX_DOCUMENT_BYTES} bytes in UTF-8, UTF-16 or UTF-32.
 * Immutable and safe for use by many threads.
 */
public final class JacksonMetadataDecoder implements MetadataDecoder {

    /** The longest document that is read, in bytes. */
    public static final int MAX_DOCUMENT_BYTES = Limits.DOCUMENT_BYTES;

    /** Needs nothing. */
    public JacksonMetadataDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        Envelope envelope = DocumentInput.read(document.bytes(), WireReader::new);
        return new GenerationMapping(envelope.generation(), document).generation();
    }
}

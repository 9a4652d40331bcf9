package io.genledger.adapter.json;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.record.RecordReader;
import io.genledger.adapter.json.value.Limits;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;

/**
 * Reads the record that {@code GET /generation} returns (OPENROUTER.md §3): in {@code data} or
 * bare, in OpenRouter's spelling or its SDK's, numbers as JSON numbers or in strings. Only the id
 * is required. A document with an invalid field is refused. Undocumented fields are kept in the
 * generation's shape. The body of a completion is refused: it is no record, though it has the
 * record's id.
 *
 * <p>Accepts documents of up to {@value #MAX_DOCUMENT_BYTES} bytes in UTF-8, UTF-16 or UTF-32.
 * Immutable and safe for use by many threads.
 */
public final class JacksonMetadataDecoder implements MetadataDecoder {

    /** The longest document that is read, in bytes. */
    public static final int MAX_DOCUMENT_BYTES = Limits.DOCUMENT_BYTES;

    /** A decoder without settings. */
    public JacksonMetadataDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        return RecordReader.read(new DocumentInput(document), JacksonMetadataDecoder::refuse);
    }

    private static Generation refuse(DocumentInput completion) {
        throw DocumentInput.refusal(
                null, "a generation's metadata, found the completion itself: track its id");
    }
}

package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;

/**
 * Reads whatever states a generation: its own record, as {@link JacksonMetadataDecoder} does, or
 * its completion, as {@link JacksonCompletionDecoder} does. For documents that somebody saved or
 * that a ledger kept; what {@code GET /generation} answers is a record or nothing.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class JacksonDocumentDecoder implements MetadataDecoder {

    private final JacksonCompletionDecoder completions = new JacksonCompletionDecoder();

    /** Needs nothing. */
    public JacksonDocumentDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        Envelope envelope = DocumentInput.read(document.bytes(), WireReader::new);
        return envelope.isCompletion()
                ? completions.decode(document)
                : new GenerationMapping(envelope.generation(), document).generation();
    }
}

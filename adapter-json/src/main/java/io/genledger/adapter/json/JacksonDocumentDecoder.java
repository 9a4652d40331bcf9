package io.genledger.adapter.json;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.completion.CompletionReader;
import io.genledger.adapter.json.reading.MadeDocument;
import io.genledger.adapter.json.record.RecordReader;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;

/**
 * Reads either document that states a generation: its record, as {@link JacksonMetadataDecoder}
 * does, its completion, as {@link JacksonCompletionDecoder} does, or a document that Genledger made
 * of several. For archives, which hold all of these.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class JacksonDocumentDecoder implements MetadataDecoder {

    /** A decoder without settings. */
    public JacksonDocumentDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        DocumentInput input = new DocumentInput(document);
        return MadeDocument.isMade(input.bytes())
                ? MadeDocument.read(input)
                : RecordReader.read(input, CompletionReader::read);
    }
}

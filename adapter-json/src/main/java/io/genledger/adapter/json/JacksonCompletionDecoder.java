package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;

/**
 * Reads the inline figures in the body of a completion, or in the last chunk of its stream: chat
 * completions, responses, messages, embeddings, images and videos (contract.md, "Neighbouring
 * endpoints"). What it gives is of kind {@link
 * io.genledger.domain.generation.DocumentKind#COMPLETION}.
 *
 * <p>Counts are the native ones, which are billed. The conversation is passed over; figures of
 * {@code usage} that have no place in a record are listed in the generation's shape, by their path.
 * A body without figures is refused: its cost is known to the generation's own record alone.
 *
 * <p>Takes what {@link JacksonMetadataDecoder} takes in size and encoding. Immutable and safe for
 * use by many threads.
 */
public final class JacksonCompletionDecoder implements MetadataDecoder {

    /** Needs nothing. */
    public JacksonCompletionDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        CompletionBody body = DocumentInput.read(document.bytes(), CompletionReader::new);
        return new CompletionMapping(body, document).generation();
    }
}

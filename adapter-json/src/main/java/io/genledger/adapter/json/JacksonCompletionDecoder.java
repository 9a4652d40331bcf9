package io.genledger.adapter.json;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.completion.CompletionReader;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;

/**
 * Reads the inline usage in the body of a completion, or in the last chunk of its stream
 * (OPENROUTER.md §9): chat completions, responses, messages, embeddings, images and videos. The
 * generation is of kind {@link io.genledger.domain.generation.DocumentKind#COMPLETION}.
 *
 * <p>Counts are the native ones, which are billed. The conversation is not read. Figures of {@code
 * usage} without a field in a record are kept in the generation's shape, by path. A body without
 * inline usage is refused: only the generation's record states its cost.
 *
 * <p>Accepts documents of the same size and encodings as {@link JacksonMetadataDecoder}. Immutable
 * and safe for use by many threads.
 */
public final class JacksonCompletionDecoder implements MetadataDecoder {

    /** A decoder without settings. */
    public JacksonCompletionDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        return CompletionReader.read(new DocumentInput(document));
    }
}

package io.genledger.ports.document;

import io.genledger.domain.generation.Generation;

/** Reads documents. Safe for use by many threads. */
@FunctionalInterface
public interface MetadataDecoder {

    /**
     * The generation that {@code document} describes. The id comes from the document, or else from
     * whoever asked for it.
     *
     * @throws UndecodableDocumentException if it is not a generation's metadata, or one of its
     *     fields cannot be read
     */
    Generation decode(MetadataDocument document);
}

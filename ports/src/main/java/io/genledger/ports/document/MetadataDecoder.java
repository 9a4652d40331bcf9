package io.genledger.ports.document;

import io.genledger.domain.generation.Generation;

/** Decodes metadata documents into generations. Thread-safe. */
@FunctionalInterface
public interface MetadataDecoder {

    /**
     * The generation that {@code document} states. Its id is the one in the document; if there is
     * none, the requested id.
     *
     * @throws UndecodableDocumentException if the document is not a generation's metadata, or one
     *     of its fields cannot be decoded
     */
    Generation decode(MetadataDocument document);
}

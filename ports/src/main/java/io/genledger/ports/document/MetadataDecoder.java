package io.genledger.ports.document;

import io.genledger.domain.generation.Generation;

/** Decodes metadata documents into generations. Thread-safe. */
@FunctionalInterface
public interface MetadataDecoder {

    /**
     * The generation that {@code document} states. A record states its id itself. A completion may
     * omit it (OPENROUTER.md §2.4); its id is the requested one then.
     *
     * @throws UndecodableDocumentException if the document is not a generation's metadata, one of
     *     its fields cannot be decoded, or it is a record without an id
     */
    Generation decode(MetadataDocument document);
}

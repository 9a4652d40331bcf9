package io.genledger.ports.document;

import io.genledger.domain.generation.Generation;

/** Writes records the way {@code GET /generation} answers them. Safe for use by many threads. */
public interface MetadataEncoder {

    /**
     * A document that states what {@code generation} states: fields that were absent are absent,
     * nulls are null, every digit and every undocumented field is there. A {@link MetadataDecoder}
     * makes the same generation of it.
     *
     * @throws IllegalArgumentException if {@code generation} was not read from a record: written as
     *     one, the inline figures of a completion would pass for OpenRouter's last word
     */
    byte[] encode(Generation generation);

    /**
     * The record in {@code document} itself, in this encoder's spelling: only the names of
     * documented fields change, the text of numbers, nulls, the order and undocumented fields do
     * not.
     *
     * @throws UndecodableDocumentException if it is not a record
     */
    byte[] respell(MetadataDocument document);
}

package io.genledger.ports.document;

import java.io.IOException;

/** Keeps documents that could not be decoded, so that they can be repaired and imported. */
@FunctionalInterface
public interface RejectedDocuments {

    /**
     * Appends {@code bytes} to the rejected bytes, unchanged. A document may come in several calls.
     *
     * @throws IOException if the bytes cannot be kept
     */
    void keep(byte[] bytes) throws IOException;
}

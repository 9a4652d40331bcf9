package io.genledger.ports.document;

import java.io.IOException;

/** Where documents are kept that could not be read, so that a person can mend them. */
@FunctionalInterface
public interface RejectedDocuments {

    /**
     * Keeps a stretch of the source, byte for byte, behind those kept before.
     *
     * @throws IOException if it cannot be kept
     */
    void keep(byte[] bytes) throws IOException;
}

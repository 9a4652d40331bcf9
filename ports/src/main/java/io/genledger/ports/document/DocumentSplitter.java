package io.genledger.ports.document;

import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into JSON documents: one document, an array of documents, or one per line. */
@FunctionalInterface
public interface DocumentSplitter {

    /**
     * Passes every piece of {@code stream} to {@code pieces}, in order and with bounded memory.
     * Other text is passed on as unreadable, so that no byte is lost. A document that was cut off
     * ends where a line begins with the next one.
     *
     * @throws IOException if {@code stream} cannot be read, or {@code pieces} throws it
     */
    void split(InputStream stream, Pieces pieces) throws IOException;

    /** Receives the pieces of a stream. */
    interface Pieces {

        /**
         * A piece that looks like a document.
         *
         * @param line line on which the piece begins, from 1
         */
        void document(long line, byte[] bytes) throws IOException;

        /**
         * The start of a piece that is no document; its bytes follow.
         *
         * @param line line on which the piece begins, from 1
         * @param problem what was expected and what was found
         */
        void unreadable(long line, String problem) throws IOException;

        /** The next bytes of a piece that is no document. */
        void unreadableBytes(byte[] bytes) throws IOException;
    }
}

package io.genledger.ports;

import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a stream that holds many documents into single ones: one JSON document, an array of them,
 * or one a line.
 */
@FunctionalInterface
public interface DocumentSplitter {

    /**
     * Hands every piece of {@code stream} on, in order and with bounded memory. Text that is no
     * document is handed on too, so that nothing is lost. A document that was cut off ends where
     * the next one begins at the beginning of a line.
     *
     * @throws IOException if {@code stream} cannot be read, or {@code pieces} cannot be kept
     */
    void split(InputStream stream, Pieces pieces) throws IOException;

    /** Takes the pieces of a stream. */
    interface Pieces {

        /**
         * A text that looks like a document.
         *
         * @param line the line on which it begins, from 1
         */
        void document(long line, byte[] bytes) throws IOException;

        /**
         * A text begins that is no document; its bytes follow.
         *
         * @param line the line on which it begins, from 1
         * @param problem what was expected and what was found
         */
        void unreadable(long line, String problem) throws IOException;

        /** The next bytes of a text that is no document. */
        void unreadableBytes(byte[] bytes) throws IOException;
    }
}

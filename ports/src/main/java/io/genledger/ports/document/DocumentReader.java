package io.genledger.ports.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/**
 * Reads saved documents: says from its shape what each one is, and decodes those that state a
 * generation. Thread-safe.
 */
@FunctionalInterface
public interface DocumentReader {

    /**
     * Passes everything in {@code stream} to {@code contents}, with bounded memory. The order is
     * that of the stream, but the events of a streamed completion are passed on as one, when it is
     * complete or the stream ends.
     *
     * @param clock states the time of receipt of a document when it is read
     * @throws IOException if {@code stream} cannot be read, or {@code contents} throws it
     */
    void read(InputStream stream, InstantSource clock, Contents contents) throws IOException;
}

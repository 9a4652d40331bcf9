package io.genledger.adapter.json;

import io.genledger.adapter.json.reading.StreamReading;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/**
 * Reads documents that state generations: records, bodies of completions of every API, the events
 * of streams, states of video jobs, results of batches, and HTTP exchanges saved as text. Of
 * anything else it says what it is.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class JacksonDocumentReader implements DocumentReader {

    /** A reader without settings. */
    public JacksonDocumentReader() {}

    @Override
    public void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        StreamReading.read(stream, clock, contents);
    }
}

package io.genledger.adapter.json.broadcast;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.Contents;
import java.io.IOException;
import java.time.InstantSource;

/** Reads deliveries of OpenRouter's Broadcast, and their archived spans. */
public final class BroadcastReader {

    private BroadcastReader() {}

    /**
     * Passes the generations of one delivery to {@code contents}: an object with {@code
     * resourceSpans}, or a webhook's log entry around one.
     *
     * @param bytes the delivery
     * @param line the line on which it begins, from 1
     * @param clock states the time of receipt
     * @throws IOException if {@code contents} throws it
     */
    public static void read(byte[] bytes, long line, InstantSource clock, Contents contents)
            throws IOException {
        throw new UnsupportedOperationException("follows in the next commit");
    }

    /** The generation that an archived span states: {@code {"genledger":"broadcast","span":{…}}}. */
    public static Generation decode(DocumentInput document) {
        throw new UnsupportedOperationException("follows in the next commit");
    }
}

package io.genledger.adapter.json.split;

import java.io.IOException;

/** Receives the pieces of a stream. Lines count from 1. */
public interface Pieces {

    /**
     * A piece that looks like a JSON object.
     *
     * @param line line on which the piece begins
     * @param bytes the object as it came; the long texts of a long one are replaced by notes
     */
    void document(long line, byte[] bytes) throws IOException;

    /**
     * A line, or the rest of one, that is no JSON object.
     *
     * @param text the line without its end, up to {@link Framing#LINE_BYTES} bytes
     * @return whether the line has a meaning; otherwise it is passed on as unreadable
     */
    boolean line(long line, String text) throws IOException;

    /**
     * The start of a piece that is no document; its bytes follow.
     *
     * @param line line on which the piece begins
     * @param problem what was expected and what was found
     */
    void unreadable(long line, String problem) throws IOException;

    /** The next bytes of a piece that is no document. */
    void unreadableBytes(byte[] bytes) throws IOException;

    /** No piece follows: the stream has ended, or fails from here on. */
    void end() throws IOException;
}

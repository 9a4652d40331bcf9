package io.genledger.ports.tail;

import java.io.IOException;
import java.util.Optional;

/** A growing text, such as a log file, that may be rotated or truncated while it is tailed. */
public interface TailedText {

    /** The name of the text, which is stable across rotations. */
    String name();

    /**
     * Reads the next piece, of bounded length; never waits. A piece ends with a line end. A line
     * that is too long, or whose end does not come, is cut between words or read again as a whole.
     * Without a stored position the first piece is empty, so that the position before the first
     * line is saved before that line is read; from then on no crash loses a line.
     *
     * @return the piece; empty if the text has not grown
     * @throws IOException if it cannot be read now; a later call may succeed
     */
    Optional<Piece> next() throws IOException;

    /** What happened to the text before a piece. */
    enum Change {
        /** Nothing; the piece follows the one before. */
        CONTINUED,
        /** It is read for the first time, from its beginning. */
        STARTED,
        /** It was rotated; the text that has its name now is read from its beginning. */
        ROTATED,
        /** It was truncated and is read from its beginning again. */
        TRUNCATED,
        /** It was rotated while it was not tailed, and its unread part was not found. */
        LOST
    }

    /**
     * A piece of the text.
     *
     * @param change what happened to the text before the piece
     * @param text the piece; its ASCII characters are exact, others may be replaced
     * @param after the position after the piece
     */
    record Piece(Change change, String text, TailPosition after) {}
}

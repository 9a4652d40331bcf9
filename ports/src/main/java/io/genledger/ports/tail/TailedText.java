package io.genledger.ports.tail;

import java.io.IOException;
import java.util.Optional;

/** A text that others append to, replace and cut off, as programs do with their logs. */
public interface TailedText {

    /** How it is called. */
    String name();

    /**
     * What is there to read now, in one piece of bounded length; never waits. A piece ends with a
     * line, unless that is too long for a piece or seems to be all that ever comes; a line that
     * comes in two pieces is cut between words, or comes as a whole a second time.
     *
     * @return empty if nothing was added
     * @throws IOException if it cannot be read now; another call may work
     */
    Optional<Piece> next() throws IOException;

    /** What happened to the text, beside growing. */
    enum Change {
        /** It was read on. */
        CONTINUED,
        /** It is read from its beginning for the first time. */
        STARTED,
        /** Another text has its name now; that is read from its beginning. */
        ROTATED,
        /** It became shorter, so that it is read from its beginning again. */
        TRUNCATED,
        /** It was replaced while nobody read it, and its rest is nowhere to be found. */
        LOST
    }

    /**
     * A piece of the text.
     *
     * @param change what happened before it
     * @param text whose ASCII characters are what they seem
     * @param after where the next piece begins
     */
    record Piece(Change change, String text, TailPosition after) {}
}

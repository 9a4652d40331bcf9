package io.genledger.ports;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a generation and that nothing else shows any more.
 *
 * @param at when
 * @param what what
 * @param attempts how often it was asked for until then, since it was tracked or revived last
 * @param answer what came of asking; empty where nobody asked, or nothing was learnt
 */
public record LogEntry(Instant at, What what, int attempts, Optional<LastAnswer> answer) {

    /** What can happen. */
    public enum What {
        /** It was put into the queue; noted when it is forgotten. */
        TRACKED,
        /** It was given up. */
        GIVEN_UP,
        /** The source would not answer for it. */
        REFUSED,
        /** It waits again after it was given up or refused. */
        REVIVED,
        /** It was put into the queue to be read once more. */
        REREAD_DUE,
        /** It was read once more and said the same, or was not there to be read. */
        REREAD,
        /** It was dropped from the queue. */
        FORGOTTEN
    }
}

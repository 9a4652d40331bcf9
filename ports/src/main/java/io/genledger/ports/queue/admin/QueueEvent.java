package io.genledger.ports.queue.admin;

import io.genledger.ports.queue.AttemptOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a generation and that nothing else shows any more.
 *
 * @param at when
 * @param kind what happened
 * @param attempts how often it was asked for until then, since it was tracked or revived last
 * @param outcome what came of asking; empty where nobody asked, or nothing was learnt
 */
public record QueueEvent(Instant at, Kind kind, int attempts, Optional<AttemptOutcome> outcome) {

    /** Kind can happen. */
    public enum Kind {
        /** It was put into the queue; noted when it is forgotten. */
        TRACKED,
        /** It was given up. */
        GIVEN_UP,
        /** The source would not answer for it. */
        REFUSED,
        /** It waits again after it was given up or refused. */
        REQUEUED,
        /** It was put into the queue to be read once more. */
        REFRESH_DUE,
        /** It was read once more and said the same, or was not there to be read. */
        REFRESHED,
        /** It was dropped from the queue. */
        FORGOTTEN
    }
}

package io.genledger.ports.queue.admin;

import io.genledger.ports.queue.AttemptOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A logged event of one id. Only events that the queue entry does not show are logged.
 *
 * @param at time of the event
 * @param kind kind of the event
 * @param attempts attempts until then, since it was tracked or last requeued; 0 or more
 * @param outcome the last outcome without a record; empty if there was none
 */
public record QueueEvent(Instant at, Kind kind, int attempts, Optional<AttemptOutcome> outcome) {

    /** The kinds of events. */
    public enum Kind {
        /** It was tracked; logged when it is forgotten, because its entry is dropped then. */
        TRACKED,
        /** It was given up. */
        GIVEN_UP,
        /** The source rejected it. */
        REFUSED,
        /** It is pending again after it was given up or refused. */
        REQUEUED,
        /** It was put into the queue for a refresh. */
        REFRESH_DUE,
        /** It was refreshed without a new revision: its record was unchanged or not found. */
        REFRESHED,
        /** It was dropped from the queue. */
        FORGOTTEN
    }
}

package io.genledger.ports.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * The outcome of a fetch that brought no record.
 *
 * @param at time of the outcome; empty if an older version of Genledger stored it without one
 * @param reason why there is no record; empty if an older version stored it without a reason
 * @param message the details, for the user
 */
public record AttemptOutcome(Optional<Instant> at, Optional<Reason> reason, String message) {

    /** The outcome {@code reason} at {@code at}. */
    public static AttemptOutcome of(Instant at, Reason reason, String message) {
        return new AttemptOutcome(Optional.of(at), Optional.of(reason), message);
    }
}

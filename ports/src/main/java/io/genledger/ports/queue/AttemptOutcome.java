package io.genledger.ports.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * What asking for a generation brought the last time, other than its record.
 *
 * @param at when; empty if it was noted by a Genledger that did not say
 * @param reason of what kind it was; empty if it was noted by a Genledger that did not say
 * @param message what exactly, for people
 */
public record AttemptOutcome(Optional<Instant> at, Optional<Reason> reason, String message) {

    /** An answer of {@code reason} at {@code at}. */
    public static AttemptOutcome of(Instant at, Reason reason, String message) {
        return new AttemptOutcome(Optional.of(at), Optional.of(reason), message);
    }
}

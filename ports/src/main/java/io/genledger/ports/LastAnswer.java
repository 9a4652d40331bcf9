package io.genledger.ports;

import java.time.Instant;
import java.util.Optional;

/**
 * What asking for a generation brought the last time, other than its record.
 *
 * @param at when; empty if it was noted by a Genledger that did not say
 * @param reason of what kind it was; empty if it was noted by a Genledger that did not say
 * @param words what exactly, for people
 */
public record LastAnswer(Optional<Instant> at, Optional<Reason> reason, String words) {

    /** An answer of {@code reason} at {@code at}. */
    public static LastAnswer of(Instant at, Reason reason, String words) {
        return new LastAnswer(Optional.of(at), Optional.of(reason), words);
    }
}

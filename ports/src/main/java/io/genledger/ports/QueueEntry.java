package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.Optional;

/**
 * One tracked generation.
 *
 * @param id which one
 * @param state where it stands
 * @param reread whether its record is kept already and only read once more
 * @param firstSeen when it was tracked first
 * @param attempts how often it was asked for, since it was tracked or revived last
 * @param due from when on it may be asked for; empty if nobody will
 * @param leasedUntil when the claim on it runs out; empty if nobody claims it
 * @param lastAnswer what asking brought the last time; empty before the first answer
 */
public record QueueEntry(
        GenerationId id,
        QueueState state,
        boolean reread,
        Instant firstSeen,
        int attempts,
        Optional<Instant> due,
        Optional<Instant> leasedUntil,
        Optional<LastAnswer> lastAnswer) {}

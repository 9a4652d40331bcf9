package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One tracked generation.
 *
 * @param id which one
 * @param state where it stands
 * @param refresh whether its record is kept already and only read once more
 * @param firstSeen when it was tracked first
 * @param attempts how often it was asked for, since it was tracked or revived last
 * @param due from when on it may be asked for; empty if nobody will
 * @param leasedUntil when the claim on it runs out; empty if nobody claims it
 * @param lastOutcome what asking brought the last time; empty before the first answer
 */
public record QueueEntry(
        GenerationId id,
        QueueState state,
        boolean refresh,
        Instant firstSeen,
        int attempts,
        Optional<Instant> due,
        Optional<Instant> leasedUntil,
        Optional<AttemptOutcome> lastOutcome) {}

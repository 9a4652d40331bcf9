package io.genledger.ports.queue.admin;

import io.genledger.ports.queue.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How many entries of the queue are alike.
 *
 * @param state in which state
 * @param reason of which kind their last answers were; empty for entries without one
 * @param ids how many, at least one
 * @param firstSeen when the oldest of them was tracked first
 * @param nextDue when the first of them is due, or comes back if whoever claims it died; empty if
 *     nobody will ask for them
 */
public record QueueTotal(
        QueueState state,
        Optional<Reason> reason,
        long ids,
        Instant firstSeen,
        Optional<Instant> nextDue) {}

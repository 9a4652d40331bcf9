package io.genledger.ports.queue.admin;

import io.genledger.ports.queue.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * The number of queue entries with the same state and reason.
 *
 * @param state their state
 * @param reason the reason of their last outcome; empty for entries without an outcome
 * @param ids number of entries, at least 1
 * @param firstSeen time at which the oldest of them was first tracked
 * @param nextDue time at which the first of them is due or its lease expires; empty if they are not
 *     fetched again
 */
public record QueueTotal(
        QueueState state,
        Optional<Reason> reason,
        long ids,
        Instant firstSeen,
        Optional<Instant> nextDue) {}

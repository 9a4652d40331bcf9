package io.genledger.ports.queue.admin;

import io.genledger.ports.queue.Reason;
import java.util.Optional;

/**
 * Which entries of the queue are meant.
 *
 * @param state in this state; empty for all but recorded ones
 * @param reason whose last answer was of this kind; empty for any and none
 */
public record QueueQuery(Optional<QueueState> state, Optional<Reason> reason) {

    /** Every entry that is not recorded. */
    public static final QueueQuery OPEN = new QueueQuery(Optional.empty(), Optional.empty());
}

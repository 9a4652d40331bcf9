package io.genledger.ports.queue.admin;

import io.genledger.ports.queue.Reason;
import java.util.Optional;

/**
 * Selects entries of the queue.
 *
 * @param state only entries in this state; empty for every state except recorded
 * @param reason only entries whose last outcome has this reason; empty for all entries
 */
public record QueueQuery(Optional<QueueState> state, Optional<Reason> reason) {

    /** Selects every entry that is not recorded. */
    public static final QueueQuery OPEN = new QueueQuery(Optional.empty(), Optional.empty());
}

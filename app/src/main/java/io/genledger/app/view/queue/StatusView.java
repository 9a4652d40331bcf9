package io.genledger.app.view.queue;

import io.genledger.ports.queue.Backlog;
import java.time.Instant;
import java.util.Optional;

/**
 * What is still to be collected.
 *
 * @param due how many ids may be requested now
 * @param later how many ids may be requested later
 * @param claimed how many ids other runs have claimed
 * @param nextDue when the next id may be requested; empty if none is pending
 */
public record StatusView(long due, long later, long claimed, Optional<Instant> nextDue) {

    /** The view of {@code backlog}. */
    public static StatusView of(Backlog backlog) {
        return new StatusView(backlog.due(), backlog.later(), backlog.claimed(), backlog.nextDue());
    }

    /** How many ids are pending. */
    public long pending() {
        return due + later;
    }
}

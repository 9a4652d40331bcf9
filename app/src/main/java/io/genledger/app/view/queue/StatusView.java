package io.genledger.app.view.queue;

import io.genledger.ports.queue.Backlog;
import java.time.Instant;
import java.util.Optional;

/**
 * The rest of the queue.
 *
 * @param due number of ids that may be requested now
 * @param later number of ids that may be requested later
 * @param claimed number of ids that other runs have claimed
 * @param nextDue time from which the next id may be requested; empty if none is pending
 */
public record StatusView(long due, long later, long claimed, Optional<Instant> nextDue) {

    /** The view of {@code backlog}. */
    public static StatusView of(Backlog backlog) {
        return new StatusView(backlog.due(), backlog.later(), backlog.claimed(), backlog.nextDue());
    }

    /** Number of pending ids. */
    public long pending() {
        return due + later;
    }
}

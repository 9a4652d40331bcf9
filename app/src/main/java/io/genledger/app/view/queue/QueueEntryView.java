package io.genledger.app.view.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.Optional;

/**
 * One id in the queue.
 *
 * @param id the generation
 * @param state its state
 * @param refresh whether its record is there and is to be fetched again
 * @param attempts how often it was requested, 0 or more
 * @param firstSeen when it was tracked
 * @param due when it may be requested next; empty unless it is pending
 * @param leasedUntil when its lease ends; empty unless it is claimed
 * @param lastOutcome what came of the last attempt that brought no record; empty if none
 */
public record QueueEntryView(
        GenerationId id,
        QueueState state,
        boolean refresh,
        int attempts,
        Instant firstSeen,
        Optional<Instant> due,
        Optional<Instant> leasedUntil,
        Optional<AttemptOutcome> lastOutcome) {

    static QueueEntryView of(QueueEntry entry) {
        return new QueueEntryView(
                entry.id(),
                entry.state(),
                entry.refresh(),
                entry.attempts(),
                entry.firstSeen(),
                entry.due(),
                entry.leasedUntil(),
                entry.lastOutcome());
    }
}

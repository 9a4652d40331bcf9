package io.genledger.app.view.queue;

import io.genledger.domain.attribution.AccountName;
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
 * @param kind the kind that the id names, such as {@code emb}; empty for text
 * @param account the account with which it was tracked; since a refresh, that of its record
 * @param state its state
 * @param refresh whether it is recorded and only refreshed
 * @param attempts number of requests for it, 0 or more
 * @param firstSeen time at which it was first tracked
 * @param due time from which it may be requested; empty unless it is pending
 * @param leasedUntil expiry of its lease; empty unless it is claimed
 * @param lastOutcome outcome of the last attempt without a record; empty if there was none
 * @param notFound why OpenRouter has no record of an id that is no longer young, as its shape
 *     suggests; empty for other ids
 */
public record QueueEntryView(
        GenerationId id,
        Optional<String> kind,
        AccountName account,
        QueueState state,
        boolean refresh,
        int attempts,
        Instant firstSeen,
        Optional<Instant> due,
        Optional<Instant> leasedUntil,
        Optional<AttemptOutcome> lastOutcome,
        Optional<NotFoundCause> notFound) {

    static QueueEntryView of(QueueEntry entry) {
        return new QueueEntryView(
                entry.id(),
                entry.id().kind(),
                entry.account(),
                entry.state(),
                entry.refresh(),
                entry.attempts(),
                entry.firstSeen(),
                entry.due(),
                entry.leasedUntil(),
                entry.lastOutcome(),
                NotFoundCause.of(entry));
    }
}

package io.genledger.app.view.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code show ID --history}.
 *
 * @param at time at which the history was read
 * @param id the generation
 * @param revisions number of revisions in the ledger
 * @param entry its entry in the queue; empty if it has none
 * @param steps the events of its history, in the order of time
 */
public record HistoryView(
        Instant at,
        GenerationId id,
        int revisions,
        Optional<QueueEntryView> entry,
        List<HistoryStepView> steps) {

    /** The view of {@code history}, read at {@code now}. */
    public static HistoryView of(GenerationId id, History history, Instant now) {
        return new HistoryView(
                now,
                id,
                history.revisions(),
                history.entry().map(QueueEntryView::of),
                history.steps().stream().map(HistoryStepView::of).toList());
    }
}

package io.genledger.ports.usecase.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Lets generations be asked for at once, also those that were given up or refused. */
public final class RetryGenerations {

    private final QueueEditor editor;
    private final InstantSource clock;

    /** RetryPolicy through {@code editor}. */
    public RetryGenerations(QueueEditor editor, InstantSource clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /**
     * Makes {@code ids} due at once, unless they are claimed.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if nothing could be written
     */
    public Retried retry(Set<GenerationId> ids) {
        QueueEditor.Requeued revived = editor.requeue(ids, clock.instant());
        Set<GenerationId> others = new LinkedHashSet<>(ids);
        others.removeAll(revived.due());
        others.removeAll(revived.claimed());
        return new Retried(revived.due().size(), revived.claimed(), others);
    }

    /**
     * What became of ids that somebody named.
     *
     * @param due how many are due now
     * @param claimed those that a collection asks for, or did until it died
     * @param notInQueue the others: the queue does not hold them
     */
    public record Retried(long due, Set<GenerationId> claimed, Set<GenerationId> notInQueue) {}

    /**
     * Makes all due at once that {@code query} means; of the whole queue, all that was given up or
     * refused: what waits has its time.
     *
     * @return how many
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if nothing could be written
     */
    public long retryAll(QueueQuery query) {
        return query.equals(QueueQuery.OPEN)
                ? retryAll(QueueState.GIVEN_UP) + retryAll(QueueState.REFUSED)
                : editor.requeueAll(query, clock.instant());
    }

    private long retryAll(QueueState state) {
        return editor.requeueAll(
                new QueueQuery(Optional.of(state), Optional.empty()), clock.instant());
    }
}

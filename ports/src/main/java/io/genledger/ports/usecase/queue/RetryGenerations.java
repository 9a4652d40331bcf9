package io.genledger.ports.usecase.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Requeues generations, so that they are fetched at once; also given-up and refused ones. */
public final class RetryGenerations {

    private final QueueEditor editor;
    private final InstantSource clock;

    /** Requeues through {@code editor}. */
    public RetryGenerations(QueueEditor editor, InstantSource clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /**
     * Makes {@code ids} due at once, except those that are claimed.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if nothing could be written
     */
    public Retried retry(Set<GenerationId> ids) {
        QueueEditor.Requeued requeued = editor.requeue(ids, clock.instant());
        Set<GenerationId> others = new LinkedHashSet<>(ids);
        others.removeAll(requeued.due());
        others.removeAll(requeued.claimed());
        return new Retried(requeued.due().size(), requeued.claimed(), others);
    }

    /**
     * The result of retrying ids.
     *
     * @param due how many are due now; 0 or more
     * @param claimed the ids that stay claimed until their lease expires or they are settled
     * @param notInQueue the ids that are not in the queue
     */
    public record Retried(long due, Set<GenerationId> claimed, Set<GenerationId> notInQueue) {

        /** Whether each named id is due now. */
        public boolean isComplete() {
            return claimed.isEmpty() && notInQueue.isEmpty();
        }
    }

    /**
     * Makes all entries due at once that {@code query} selects. {@link QueueQuery#OPEN} selects the
     * given-up and refused ones only, because pending ones are fetched anyway.
     *
     * @return how many entries are due now; 0 or more
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if not all could be written; a
     *     second call writes the rest
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

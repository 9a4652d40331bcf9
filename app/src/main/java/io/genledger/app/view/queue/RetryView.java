package io.genledger.app.view.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import java.util.List;

/**
 * The answer of {@code retry}.
 *
 * @param requeued number of ids that are due now
 * @param claimed the named ids that a run has claimed; they were not requeued
 * @param notInQueue the named ids that are not in the queue
 */
public record RetryView(long requeued, List<GenerationId> claimed, List<GenerationId> notInQueue) {

    /** The view of {@code retried}. */
    public static RetryView of(Retried retried) {
        return new RetryView(
                retried.due(), List.copyOf(retried.claimed()), List.copyOf(retried.notInQueue()));
    }
}

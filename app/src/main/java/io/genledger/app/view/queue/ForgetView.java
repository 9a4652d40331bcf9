package io.genledger.app.view.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.queue.ForgetGenerations.Forgotten;
import java.util.List;

/**
 * The answer of {@code forget}.
 *
 * @param forgotten number of ids that were removed from the queue
 * @param notInQueue the named ids that are not in the queue
 */
public record ForgetView(long forgotten, List<GenerationId> notInQueue) {

    /** The view of {@code forgotten}. */
    public static ForgetView of(Forgotten forgotten) {
        return new ForgetView(forgotten.ids(), List.copyOf(forgotten.notInQueue()));
    }
}

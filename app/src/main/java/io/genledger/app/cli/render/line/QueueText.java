package io.genledger.app.cli.render.line;

import io.genledger.app.view.queue.ForgetView;
import io.genledger.app.view.queue.RetryView;
import io.genledger.domain.generation.GenerationId;

/** Answers of retry and forget in a sentence, and what could not be done. */
public final class QueueText {

    private QueueText() {}

    /** {@code 2 due now}. */
    public static String of(RetryView view) {
        return "%,d due now".formatted(view.requeued());
    }

    /** {@code 2 forgotten}. */
    public static String of(ForgetView view) {
        return "%,d forgotten".formatted(view.forgotten());
    }

    /** Says that an id is not in the queue, so that nothing was done. */
    public static String notInQueue(GenerationId id) {
        return "genledger: %1$s is not in the queue; see show %1$s --history".formatted(id);
    }

    /** Says that an id is claimed, so that nothing was done. */
    public static String claimed(GenerationId id) {
        return "genledger: "
                + id
                + " is claimed by a run; if that run crashed, the claim ends with its lease: see"
                + " pending --state claimed";
    }
}

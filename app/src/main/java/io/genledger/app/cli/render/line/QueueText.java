package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.view.queue.ForgetView;
import io.genledger.app.view.queue.RetryView;
import io.genledger.domain.generation.GenerationId;

/** Answers of retry and forget in a sentence, and notes on ids that were left as they are. */
public final class QueueText {

    private QueueText() {}

    /** {@code 2 due now}. */
    public static String of(RetryView view) {
        return Numbers.count(view.requeued()) + " due now";
    }

    /** {@code 2 forgotten}. */
    public static String of(ForgetView view) {
        return Numbers.count(view.forgotten()) + " forgotten";
    }

    /** A note that {@code id} is not in the queue. */
    public static String notInQueue(GenerationId id) {
        return "genledger: %1$s is not in the queue; see show %1$s --history".formatted(id);
    }

    /** A note that {@code id} was left alone, because a run has claimed it. */
    public static String claimed(GenerationId id) {
        return "genledger: "
                + id
                + " is claimed by a run; if that run crashed, the claim ends with its lease: see"
                + " pending --state claimed";
    }
}

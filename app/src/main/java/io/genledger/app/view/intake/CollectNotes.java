package io.genledger.app.view.intake;

import io.genledger.ports.queue.Outcome;
import io.genledger.app.view.intake.CollectView.Attention;
import io.genledger.app.view.intake.CollectView.End;
import io.genledger.app.view.intake.CollectView.Pause;
import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the ids and pauses for a {@link CollectView} while a collection runs, up to a limit. */
public final class CollectNotes implements CollectListener {

    /** Largest number of ids, and of pauses, that are named. */
    public static final int MOST = 20;

    private final Map<GenerationId, Attention> attention = new LinkedHashMap<>();
    private final Deque<Pause> pauses = new ArrayDeque<>();
    private long pausesLeftOff;

    /** An id may be requested again in the same run; only its last outcome counts. */
    @Override
    public void outcome(GenerationId id, Outcome outcome, String reason) {
        if (outcome.isRecorded()) {
            attention.remove(id);
        } else if (attention.size() < MOST || attention.containsKey(id)) {
            attention.put(id, new Attention(id, outcome, reason));
        }
    }

    @Override
    public void backoff(Instant until, String reason) {
        pauses.addLast(new Pause(until, reason));
        if (pauses.size() > MOST) {
            pauses.removeFirst();
            pausesLeftOff++;
        }
    }

    /**
     * The view of a run that ended with {@code summary}.
     *
     * @param stop the signal that may have stopped the run
     * @param backlog the rest of the queue; empty if the view is to leave it out
     */
    public CollectView view(CollectSummary summary, StopSignal stop, Optional<Backlog> backlog) {
        return new CollectView(
                summary.count(Outcome.RECORDED),
                summary.count(Outcome.REVISED),
                summary.count(Outcome.UNCHANGED),
                summary.count(Outcome.NOT_READY),
                summary.count(Outcome.GIVEN_UP),
                summary.count(Outcome.FAILED),
                List.copyOf(attention.values()),
                Math.max(0, summary.withoutRecord() - attention.size()),
                List.copyOf(pauses),
                pausesLeftOff,
                backlog.map(StatusView::of),
                end(summary, stop));
    }

    private static End end(CollectSummary summary, StopSignal stop) {
        Optional<String> message =
                summary.refusal()
                        .map(Throwable::getMessage)
                        .or(() -> summary.outage().map(Throwable::getMessage));
        return new End(
                code(summary, stop),
                message,
                summary.outage().flatMap(SourceUnavailableException::retryAfter));
    }

    private static End.Code code(CollectSummary summary, StopSignal stop) {
        if (summary.isRefused()) {
            return End.Code.REFUSED;
        }
        if (stop.isDrainRequested()) {
            return End.Code.STOPPED;
        }
        if (stop.isRequested()) {
            return End.Code.INTERRUPTED;
        }
        return summary.isUnavailable() ? End.Code.UNAVAILABLE : End.Code.COMPLETED;
    }
}

package io.genledger.app.view.intake;

import io.genledger.app.view.intake.CollectView.Attention;
import io.genledger.app.view.intake.CollectView.End;
import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the ids and delays for a {@link CollectView} while a collection runs, up to a limit. */
public final class CollectNotes implements CollectListener {

    /** Largest number of ids, and of delays, that are named. */
    public static final int MOST = 20;

    private final Map<GenerationId, Attention> attention = new LinkedHashMap<>();
    private final Deque<Delay> delays = new ArrayDeque<>();
    private long delaysLeftOff;

    /** The outage that still lasts; empty if there is none. */
    private Optional<Delay> outage = Optional.empty();

    /** Whether the id of an outcome is named: a person may have to look at it. */
    public static boolean needsAttention(Outcome outcome) {
        return outcome == Outcome.GIVEN_UP || outcome == Outcome.FAILED;
    }

    /** An id may be requested again in the same run; only its last outcome counts. */
    @Override
    public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {
        if (!needsAttention(outcome)) {
            attention.remove(id);
        } else if (attention.size() < MOST || attention.containsKey(id)) {
            attention.put(id, new Attention(id, outcome, reason.orElse("")));
        }
    }

    @Override
    public void delayed(Delay delay) {
        outage = Optional.of(delay).filter(present -> !present.rateLimited());
        delays.addLast(delay);
        if (delays.size() > MOST) {
            delays.removeFirst();
            delaysLeftOff++;
        }
    }

    @Override
    public void resumed(Delay delay) {
        outage = Optional.empty();
    }

    /**
     * The view of a run that ended with {@code summary}.
     *
     * @param stop the signal that may have stopped the run
     * @param backlog the rest of the queue; empty if the view is to leave it out
     */
    public CollectView view(CollectSummary summary, StopSignal stop, Optional<Backlog> backlog) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, summary.count(outcome));
        }
        long needAttention = summary.count(Outcome.GIVEN_UP) + summary.count(Outcome.FAILED);
        return new CollectView(
                counts,
                List.copyOf(attention.values()),
                Math.max(0, needAttention - attention.size()),
                List.copyOf(delays),
                delaysLeftOff,
                backlog.map(StatusView::of),
                end(summary, stop));
    }

    private End end(CollectSummary summary, StopSignal stop) {
        End.Code code = code(summary, stop);
        Optional<String> message =
                summary.refusal()
                        .map(Throwable::getMessage)
                        .or(() -> summary.outage().map(Throwable::getMessage))
                        .or(() ->
                                outage.filter(any -> code == End.Code.UNAVAILABLE)
                                        .map(Delay::reason));
        return new End(
                code, message, summary.outage().flatMap(SourceUnavailableException::retryAfter));
    }

    private End.Code code(CollectSummary summary, StopSignal stop) {
        if (summary.isRefused()) {
            return End.Code.REFUSED;
        }
        if (stop.isDrainRequested()) {
            return End.Code.STOPPED;
        }
        if (stop.isRequested()) {
            return End.Code.INTERRUPTED;
        }
        // At the timeout, the ids that an outage delays may not have been requested once.
        if (summary.isUnavailable() || (summary.timedOut() && outage.isPresent())) {
            return End.Code.UNAVAILABLE;
        }
        return summary.timedOut() ? End.Code.TIMED_OUT : End.Code.COMPLETED;
    }
}

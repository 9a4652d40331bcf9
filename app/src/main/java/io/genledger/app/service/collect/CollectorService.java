package io.genledger.app.service.collect;

import io.genledger.app.service.BackgroundService;
import io.genledger.app.service.BackgroundTask;
import io.genledger.app.service.FailureText;
import io.genledger.app.service.RestartBackoff;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.view.health.CollectorView;
import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects in the background until it is stopped. After a failure it starts again, with a growing
 * pause; after a refusal of a key, ten minutes later, with the keys as they are then. Thread-safe.
 */
public final class CollectorService implements BackgroundService {

    /** A refused key is replaced by a person, or accepted again once credits were bought. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

    private final RunEnvironment runtime;
    private final Supplier<PreparedCollection> preparation;
    private final CollectPlan plan;
    private final QueueProbe queue;
    private final ServiceEvents events;
    private final CollectorRecorder recorder;
    private final RestartBackoff backoff = new RestartBackoff();
    private final BackgroundTask task;

    /**
     * Does not start yet.
     *
     * @param preparation reads the keys and prepares a run with them; called before each run.
     *     Throws {@link IllegalArgumentException} if there is no key or one cannot be used; its
     *     message says what to do
     * @param plan the plan of each run, which watches
     * @param queue read for the counts
     */
    public CollectorService(
            RunEnvironment runtime,
            Supplier<PreparedCollection> preparation,
            CollectPlan plan,
            QueueProbe queue,
            ServiceEvents events) {
        this.runtime = runtime;
        this.preparation = preparation;
        this.plan = plan.watching();
        this.queue = queue;
        this.events = events;
        this.recorder = new CollectorRecorder(runtime.clock());
        this.task = new BackgroundTask("collector", runtime, this::run);
    }

    /** Starts to collect on a thread of its own. */
    @Override
    public void start() {
        task.start();
    }

    /** Collects on the calling thread until it is stopped. */
    public void run() {
        task.run();
    }

    /** The state now. */
    public CollectorView state() {
        return recorder.state();
    }

    /** Requests a stop without waiting: requests under way are finished. */
    @Override
    public void requestDrain() {
        task.requestDrain();
    }

    /** Stops: requests under way may end within 7 s; returns after 10 s at the latest. */
    @Override
    public void close() {
        task.close();
        if (recorder.state().phase() != Phase.WITHOUT_KEY) {
            recorder.become(Phase.STOPPED, Optional.empty(), Optional.empty());
        }
    }

    private Optional<Duration> run(StopSignal stop) {
        try (PreparedCollection prepared = preparation.get()) {
            recorder.collecting();
            return collect(prepared, stop);
        } catch (IllegalArgumentException unusable) {
            String reason = String.valueOf(unusable.getMessage());
            recorder.become(Phase.WITHOUT_KEY, Optional.of(reason), Optional.empty());
            events.add(event("not-collecting").with("reason", reason));
            return Optional.empty();
        }
    }

    private Optional<Duration> collect(PreparedCollection prepared, StopSignal stop) {
        Run run = new Run(stop);
        try (CollectEvents shown = new CollectEvents(runtime, queue, events)) {
            CollectSummary summary =
                    prepared.collection()
                            .collect(
                                    plan,
                                    new BothListeners(shown, new BothListeners(recorder, run)),
                                    run.signal);
            if (stop.isRequested() || stop.isDrainRequested()) {
                recorder.become(Phase.STOPPED, Optional.empty(), Optional.empty());
                return Optional.empty();
            }
            return summary.refusal()
                    .map(refusal ->
                            pause("refused", String.valueOf(refusal.getMessage()), AFTER_REFUSAL))
                    .filter(any -> !run.restarts)
                    .or(() -> Optional.of(Duration.ZERO));
        } catch (RuntimeException | Error failure) {
            // A defect or a full disk must not end the server; the next run may be able to go on.
            return Optional.of(pause("failed", FailureText.of(failure), backoff.next()));
        } finally {
            run.forget();
        }
    }

    private Duration pause(String event, String reason, Duration pause) {
        Instant next = runtime.clock().instant().plus(pause);
        recorder.become(Phase.WAITING, Optional.of(reason), Optional.of(next));
        events.add(event(event).with("reason", reason).with("next-start", next));
        return pause;
    }

    private ServiceEvent event(String name) {
        return new ServiceEvent(runtime.clock().instant(), name);
    }

    /** Stops one run with the service, or to start again with keys that were refused. */
    private final class Run implements CollectListener {

        private final StopSignal stop;
        private final StopSignal signal = new StopSignal();
        private final Runnable forward = this::forward;
        private Optional<Instant> refusedAt = Optional.empty();
        private boolean restarts;

        Run(StopSignal stop) {
            this.stop = stop;
            stop.onRequest(forward);
        }

        private void forward() {
            if (stop.isRequested()) {
                signal.request();
            } else {
                signal.requestDrain();
            }
        }

        void forget() {
            stop.forget(forward);
        }

        @Override
        public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {
            backoff.reset();
        }

        @Override
        public void progress(CollectSummary summary) {
            Instant now = runtime.monotonic().instant();
            if (refusedAt.isEmpty() && recorder.hasRefusedKeys()) {
                refusedAt = Optional.of(now);
            }
            if (refusedAt.filter(at -> !now.isBefore(at.plus(AFTER_REFUSAL))).isPresent()) {
                restarts = true;
                signal.requestDrain();
            }
        }
    }
}

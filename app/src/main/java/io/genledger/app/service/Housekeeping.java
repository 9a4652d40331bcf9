package io.genledger.app.service;

import io.genledger.app.view.health.TaskView;
import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.usecase.maintain.AssignColours;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Removes ended sessions of browsers and gives new values their colours, once an hour. */
public final class Housekeeping {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final AccessSessions sessions;
    private final AssignColours colours;
    private final InstantSource clock;
    private final ServiceEvents events;
    private volatile TaskView state = TaskView.NEW;

    public Housekeeping(
            AccessSessions sessions,
            AssignColours colours,
            InstantSource clock,
            ServiceEvents events) {
        this.sessions = sessions;
        this.colours = colours;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Does it once; the work of a {@link BackgroundTask}.
     *
     * @return the pause before the next time
     */
    public Optional<Duration> run(StopSignal stop) {
        try {
            long ended = sessions.endExpired(clock.instant());
            AssignColours.DIMENSIONS.forEach(colours::assign);
            state = state.succeeded(clock.instant());
            events.add(
                    new ServiceEvent(clock.instant(), "housekeeping")
                            .with("ended-sessions", ended));
            return Optional.of(PAUSE);
        } catch (RuntimeException failure) {
            String reason = FailureText.of(failure);
            state = state.failed(reason);
            events.add(
                    new ServiceEvent(clock.instant(), "housekeeping-failed")
                            .with("reason", reason));
            return Optional.of(PAUSE_AFTER_FAILURE);
        }
    }

    /** The state now. */
    public TaskView state() {
        return state;
    }
}

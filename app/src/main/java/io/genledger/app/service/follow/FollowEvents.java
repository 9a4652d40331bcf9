package io.genledger.app.service.follow;

import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The events of files being followed: one for each change, and the counts once a minute. */
public final class FollowEvents implements FollowDisplay {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final RunEnvironment runtime;
    private final Function<IOException, String> reasons;
    private final ServiceEvents events;
    private Tracked total = Tracked.NOTHING;
    private Instant shownAt;

    /**
     * @param files number of files
     * @param reasons puts errors of files in words
     */
    public FollowEvents(
            int files,
            RunEnvironment runtime,
            Function<IOException, String> reasons,
            ServiceEvents events) {
        this.runtime = runtime;
        this.reasons = reasons;
        this.events = events;
        this.shownAt = runtime.monotonic().instant();
        events.add(event("started").with("files", files));
    }

    @Override
    public void changed(String name, Change change) {
        String event =
                switch (change) {
                    case CONTINUED -> throw new IllegalArgumentException("no change of " + name);
                    case STARTED -> "opened";
                    case ROTATED -> "rotated";
                    case TRUNCATED -> "truncated";
                    case LOST -> "lost";
                };
        events.add(event(event).with("file", name));
    }

    @Override
    public void unreadable(String name, IOException why) {
        events.add(event("unreadable").with("file", name).with("reason", reasons.apply(why)));
    }

    @Override
    public void readable(String name) {
        events.add(event("readable").with("file", name));
    }

    @Override
    public void missing(String name) {
        events.add(event("missing").with("file", name));
    }

    @Override
    public void tracked(String name, Tracked tracked) {
        total = total.plus(tracked);
        idle();
    }

    @Override
    public void ledgerUnavailable(String reason) {
        events.add(event("ledger-unavailable").with("reason", reason));
    }

    @Override
    public void idle() {
        Instant now = runtime.monotonic().instant();
        if (!now.isBefore(shownAt.plus(INTERVAL))) {
            shownAt = now;
            events.add(counts("counts"));
        }
    }

    @Override
    public void close() {
        events.add(counts("stopped"));
    }

    private ServiceEvent counts(String name) {
        return event(name)
                .with("added", total.added())
                .with("pending", total.pending())
                .with("recorded", total.recorded())
                .with("given-up", total.givenUp());
    }

    private ServiceEvent event(String name) {
        return new ServiceEvent(runtime.clock().instant(), name);
    }
}

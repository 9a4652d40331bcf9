package io.genledger.app.service.follow;

import io.genledger.app.logtail.LogFile;
import io.genledger.app.service.BackgroundService;
import io.genledger.app.service.BackgroundTask;
import io.genledger.app.service.FailureText;
import io.genledger.app.service.RestartBackoff;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.view.health.FollowedFilesView;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.track.TrackTailedTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows log files in the background until it is stopped. After a failure it starts again, with a
 * growing pause, at the stored positions. Thread-safe.
 */
public final class FollowService implements BackgroundService {

    private final List<Path> files;
    private final Function<Path, LogFile> opening;
    private final TrackTailedTexts tracking;
    private final RunEnvironment runtime;
    private final Function<IOException, String> reasons;
    private final ServiceEvents events;
    private final RestartBackoff backoff = new RestartBackoff();
    private final BackgroundTask task;

    private final Map<String, String> unreadable = new LinkedHashMap<>();
    private int lost;
    private Tracked total = Tracked.NOTHING;
    private Optional<Instant> lastTracked = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<Instant> nextStart = Optional.empty();

    /**
     * Does not start yet.
     *
     * @param files the files, which may not exist yet
     * @param opening opens a file at its stored position
     * @param reasons puts errors of files in words
     */
    public FollowService(
            List<Path> files,
            Function<Path, LogFile> opening,
            TrackTailedTexts tracking,
            RunEnvironment runtime,
            Function<IOException, String> reasons,
            ServiceEvents events) {
        this.files = List.copyOf(files);
        this.opening = opening;
        this.tracking = tracking;
        this.runtime = runtime;
        this.reasons = reasons;
        this.events = events;
        this.task = new BackgroundTask("follow", runtime, this::run);
    }

    /** Starts to follow on a thread of its own. */
    @Override
    public void start() {
        task.start();
    }

    /** Follows on the calling thread until it is stopped. */
    public void run() {
        task.run();
    }

    /** Requests a stop without waiting. */
    @Override
    public void requestDrain() {
        task.requestDrain();
    }

    /** Stops; returns after 10 s at the latest. */
    @Override
    public void close() {
        task.close();
    }

    /** The state now. */
    public synchronized FollowedFilesView state() {
        return new FollowedFilesView(
                files.stream().map(LogFile::nameOf).toList(),
                unreadable,
                lost,
                total,
                lastTracked,
                failure,
                nextStart);
    }

    private Optional<Duration> run(StopSignal stop) {
        List<LogFile> logs = new ArrayList<>();
        try (Listener listener =
                new Listener(new FollowEvents(files.size(), runtime, reasons, events))) {
            fails(Optional.empty(), Optional.empty());
            for (Path file : files) {
                logs.add(opening.apply(file));
                if (Files.notExists(file)) {
                    listener.missing(LogFile.nameOf(file));
                }
            }
            var unused = tracking.follow(List.copyOf(logs), listener, stop);
            return Optional.empty();
        } catch (RuntimeException | Error broken) {
            // The server goes on, and the files are read again from their stored positions.
            Duration pause = backoff.next();
            Instant next = runtime.clock().instant().plus(pause);
            fails(Optional.of(FailureText.of(broken)), Optional.of(next));
            events.add(
                    new ServiceEvent(runtime.clock().instant(), "failed")
                            .with("reason", FailureText.of(broken))
                            .with("next-start", next));
            return Optional.of(pause);
        } finally {
            logs.forEach(this::close);
        }
    }

    private void close(LogFile log) {
        try {
            log.close();
        } catch (IOException broken) {
            events.add(
                    new ServiceEvent(runtime.clock().instant(), "unreadable")
                            .with("file", log.name())
                            .with("reason", reasons.apply(broken)));
        }
    }

    private synchronized void fails(Optional<String> why, Optional<Instant> next) {
        failure = why;
        nextStart = next;
    }

    /** Keeps the state up to date, and passes on the events. */
    private final class Listener implements FollowDisplay {

        private final FollowDisplay shown;

        Listener(FollowDisplay shown) {
            this.shown = shown;
        }

        @Override
        public void changed(String name, Change change) {
            synchronized (FollowService.this) {
                unreadable.remove(name);
                lost += change == Change.LOST ? 1 : 0;
            }
            shown.changed(name, change);
        }

        @Override
        public void unreadable(String name, IOException why) {
            synchronized (FollowService.this) {
                unreadable.put(name, reasons.apply(why));
            }
            shown.unreadable(name, why);
        }

        @Override
        public void readable(String name) {
            synchronized (FollowService.this) {
                unreadable.remove(name);
            }
            shown.readable(name);
        }

        @Override
        public void tracked(String name, Tracked tracked) {
            synchronized (FollowService.this) {
                total = total.plus(tracked);
                lastTracked = Optional.of(runtime.clock().instant());
            }
            backoff.reset();
            shown.tracked(name, tracked);
        }

        @Override
        public void missing(String name) {
            synchronized (FollowService.this) {
                unreadable.put(name, "it does not exist yet");
            }
            shown.missing(name);
        }

        @Override
        public void ledgerUnavailable(String reason) {
            shown.ledgerUnavailable(reason);
        }

        @Override
        public void idle() {
            shown.idle();
        }

        @Override
        public void close() {
            shown.close();
        }
    }
}

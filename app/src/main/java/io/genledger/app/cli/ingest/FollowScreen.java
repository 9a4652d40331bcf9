package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.view.intake.TrackView;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.usecase.track.TailListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Shows logs being followed: one status line on a terminal, logfmt lines elsewhere. */
final class FollowScreen implements TailListener, AutoCloseable {

    private static final Duration REFRESH = Duration.ofMillis(100);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Console console;
    private final int files;
    private Tracked total = Tracked.NOTHING;
    private final Set<String> unreadable = new HashSet<>();
    private int lost;
    private Instant shownAt;

    FollowScreen(Console console, int files) {
        this.console = console;
        this.files = files;
        this.shownAt = console.monotonic().instant();
        if (redraws()) {
            draw();
        } else {
            log("started files=" + files);
        }
    }

    /** Counts of the ids tracked so far. */
    Tracked total() {
        return total;
    }

    /** Number of rotated files whose last part could not be found. */
    int lost() {
        return lost;
    }

    /** Number of files that cannot be read now. */
    int unreadable() {
        return unreadable.size();
    }

    @Override
    public void changed(String name, Change change) {
        lost += change == Change.LOST ? 1 : 0;
        show(name + ": " + words(change), event(change) + " file=" + LogFmt.quoted(name));
    }

    @Override
    public void unreadable(String name, IOException why) {
        unreadable.add(name);
        String reason = FileErrors.reason(why);
        show(
                name + ": cannot be read: " + reason + "; retrying",
                "unreadable file=" + LogFmt.quoted(name) + " reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void readable(String name) {
        unreadable.remove(name);
        show(name + ": can be read again", "readable file=" + LogFmt.quoted(name));
    }

    /** Shows that a file does not exist yet. */
    void missing(String name) {
        show(name + ": does not exist yet", "missing file=" + LogFmt.quoted(name));
    }

    @Override
    public void tracked(String name, Tracked tracked) {
        total = total.plus(tracked);
        showCountsIfDue();
    }

    @Override
    public void ledgerUnavailable(String reason) {
        show(reason, "ledger-unavailable reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void idle() {
        showCountsIfDue();
    }

    @Override
    public void close() {
        if (redraws()) {
            console.status("");
        } else {
            log("stopped" + counts());
        }
    }

    private boolean redraws() {
        return console.redraws();
    }

    private void showCountsIfDue() {
        Instant now = console.monotonic().instant();
        if (now.isBefore(shownAt.plus(redraws() ? REFRESH : INTERVAL))) {
            return;
        }
        shownAt = now;
        if (redraws()) {
            draw();
        } else {
            log("counts" + counts());
        }
    }

    /** Shows an event: {@code line} above the status line, or {@code event} as logfmt. */
    private void show(String line, String event) {
        if (redraws()) {
            console.noteAboveStatus(line);
            draw();
        } else {
            log(event);
        }
    }

    private void draw() {
        console.status(
                "following "
                        + Numbers.count(files, "file")
                        + ": "
                        + IntakeText.of(TrackView.of(total)));
    }

    private void log(String event) {
        console.err().println(LogFmt.line(console.clock().instant(), event));
    }

    private String counts() {
        return " added="
                + total.added()
                + " pending="
                + total.pending()
                + " recorded="
                + total.recorded()
                + " given-up="
                + total.givenUp();
    }

    private static String event(Change change) {
        return switch (change) {
            case CONTINUED -> "resumed";
            case STARTED -> "opened";
            case ROTATED -> "rotated";
            case TRUNCATED -> "truncated";
            case LOST -> "lost";
        };
    }

    private static String words(Change change) {
        return switch (change) {
            case CONTINUED -> "resumed";
            case STARTED -> "reading it from its beginning";
            case ROTATED -> "rotated; reading the new file from its beginning";
            case TRUNCATED -> "truncated; reading it from its beginning";
            case LOST ->
                    "the file read last was moved away before its end was read; reading the new one"
                            + " from its beginning. To track the rest of the old one: track --from"
                            + " FILE";
        };
    }
}

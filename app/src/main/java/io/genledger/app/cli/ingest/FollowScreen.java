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

/** Shows logs being followed: one status line on a terminal, logfmt lines elsewhere. */
final class FollowScreen implements TailListener, AutoCloseable {

    private static final Duration REFRESH = Duration.ofMillis(100);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Console console;
    private final int files;
    private Tracked total = Tracked.NOTHING;
    private Instant shownAt;

    FollowScreen(Console console, int files) {
        this.console = console;
        this.files = files;
        this.shownAt = console.monotonic().instant();
        if (console.redraws()) {
            draw();
        } else {
            log("started files=" + files);
        }
    }

    @Override
    public void changed(String name, Change change) {
        switch (change) {
            case CONTINUED -> throw new IllegalArgumentException("no change of " + name);
            case STARTED -> show("opened", name, "reading it from its beginning");
            case ROTATED ->
                    show("rotated", name, "rotated; reading the new file from its beginning");
            case TRUNCATED -> show("truncated", name, "truncated; reading it from its beginning");
            case LOST ->
                    show(
                            "lost",
                            name,
                            "the file read last was moved away before its end was read; reading the"
                                    + " new one from its beginning. To track the rest of the old"
                                    + " one: track --from FILE");
        }
    }

    @Override
    public void unreadable(String name, IOException why) {
        String reason = FileErrors.reason(why);
        show(
                name + ": cannot be read: " + reason + "; retrying",
                "unreadable file=" + LogFmt.quoted(name) + " reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void readable(String name) {
        show("readable", name, "can be read again");
    }

    /** Shows that a file does not exist yet. */
    void missing(String name) {
        show("missing", name, "does not exist yet");
    }

    @Override
    public void tracked(String name, Tracked tracked) {
        total = total.plus(tracked);
        idle();
    }

    @Override
    public void ledgerUnavailable(String reason) {
        show(reason, "ledger-unavailable reason=" + LogFmt.quoted(reason));
    }

    /** Shows the counts if they are due. */
    @Override
    public void idle() {
        Instant now = console.monotonic().instant();
        if (now.isBefore(shownAt.plus(console.redraws() ? REFRESH : INTERVAL))) {
            return;
        }
        shownAt = now;
        if (console.redraws()) {
            draw();
        } else {
            log("counts" + counts());
        }
    }

    @Override
    public void close() {
        if (console.redraws()) {
            console.status("");
        } else {
            log("stopped" + counts());
        }
    }

    private void show(String event, String file, String words) {
        show(file + ": " + words, event + " file=" + LogFmt.quoted(file));
    }

    /** Shows {@code line} above the status line, or {@code event} as logfmt. */
    private void show(String line, String event) {
        if (console.redraws()) {
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
}

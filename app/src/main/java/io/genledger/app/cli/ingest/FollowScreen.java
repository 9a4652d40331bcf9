package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.service.follow.FollowDisplay;
import io.genledger.app.view.intake.TrackView;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Shows logs being followed on a terminal: one status line, with events above it. */
final class FollowScreen implements FollowDisplay {

    private static final Duration REFRESH = Duration.ofMillis(100);

    private final Console console;
    private final int files;
    private Tracked total = Tracked.NOTHING;
    private Instant shownAt;

    FollowScreen(Console console, int files) {
        this.console = console;
        this.files = files;
        this.shownAt = console.monotonic().instant();
        draw();
    }

    @Override
    public void changed(String name, Change change) {
        show(
                name,
                switch (change) {
                    case CONTINUED -> throw new IllegalArgumentException("no change of " + name);
                    case STARTED -> "reading it from its beginning";
                    case ROTATED -> "rotated; reading the new file from its beginning";
                    case TRUNCATED -> "truncated; reading it from its beginning";
                    case LOST ->
                            "the file read last was moved away before its end was read; reading the"
                                    + " new one from its beginning. To track the rest of the old"
                                    + " one: track --from FILE";
                });
    }

    @Override
    public void unreadable(String name, IOException why) {
        show(name, "cannot be read: " + FileErrors.reason(why) + "; retrying");
    }

    @Override
    public void readable(String name) {
        show(name, "can be read again");
    }

    @Override
    public void missing(String name) {
        show(name, "does not exist yet");
    }

    @Override
    public void tracked(String name, Tracked tracked) {
        total = total.plus(tracked);
        idle();
    }

    @Override
    public void ledgerUnavailable(String reason) {
        show(reason);
    }

    /** Shows the counts if they are due. */
    @Override
    public void idle() {
        Instant now = console.monotonic().instant();
        if (!now.isBefore(shownAt.plus(REFRESH))) {
            shownAt = now;
            draw();
        }
    }

    @Override
    public void close() {
        console.status("");
    }

    private void show(String file, String words) {
        show(file + ": " + words);
    }

    /** Shows a line above the status line. */
    private void show(String line) {
        console.noteAboveStatus(line);
        draw();
    }

    private void draw() {
        console.status(
                "following "
                        + Numbers.count(files, "file")
                        + ": "
                        + IntakeText.of(TrackView.of(total)));
    }
}

package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.render.Sanitized;
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

    /** What was tracked so far. */
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
        if (redraws()) {
            say(name + ": " + words(change));
        } else {
            log(event(change) + " file=" + LogFmt.quoted(name));
        }
    }

    @Override
    public void unreadable(String name, IOException why) {
        unreadable.add(name);
        String reason = FileErrors.reason(why);
        if (redraws()) {
            say(name + ": cannot be read: " + reason + "; retrying");
        } else {
            log("unreadable file=" + LogFmt.quoted(name) + " reason=" + LogFmt.quoted(reason));
        }
    }

    @Override
    public void readable(String name) {
        unreadable.remove(name);
        if (redraws()) {
            say(name + ": can be read again");
        } else {
            log("readable file=" + LogFmt.quoted(name));
        }
    }

    /** Shows that a file does not exist yet. */
    void missing(String name) {
        if (redraws()) {
            say(name + ": does not exist yet");
        } else {
            log("missing file=" + LogFmt.quoted(name));
        }
    }

    @Override
    public void tracked(String name, Tracked tracked) {
        total = total.plus(tracked);
        showNowAndThen();
    }

    @Override
    public void ledgerUnavailable(String reason) {
        if (redraws()) {
            say(reason);
        } else {
            log("ledger-unavailable reason=" + LogFmt.quoted(reason));
        }
    }

    @Override
    public void idle() {
        showNowAndThen();
    }

    @Override
    public void close() {
        if (redraws()) {
            console.err().print(Console.ERASE_LINE);
            console.err().flush();
        } else {
            log("stopped" + counts());
        }
    }

    private boolean redraws() {
        return console.redraws();
    }

    private void showNowAndThen() {
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

    private void say(String line) {
        console.err().println(Console.ERASE_LINE + Sanitized.of(line));
        draw();
    }

    private void draw() {
        String what = files == 1 ? "1 file: " : "%,d files: ".formatted(files);
        console.err()
                .print(
                        Console.ERASE_LINE
                                + "following "
                                + what
                                + IntakeText.of(TrackView.of(total)));
        console.err().flush();
    }

    private void log(String event) {
        console.err().println(LogFmt.line(console.clock().instant(), event));
    }

    private String counts() {
        return " added=%d pending=%d recorded=%d given-up=%d"
                .formatted(total.added(), total.pending(), total.recorded(), total.givenUp());
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
                            + " from its beginning. Track the old one with track --from FILE";
        };
    }
}

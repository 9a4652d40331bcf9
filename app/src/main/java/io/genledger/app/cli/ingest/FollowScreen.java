package io.genledger.app.cli.ingest;

import io.genledger.app.cli.collect.Rest;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.usecase.track.TailListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What is seen of logs being followed: one status line on a terminal, lines for machines elsewhere.
 */
final class FollowScreen implements TailListener, AutoCloseable {

    private static final Duration REFRESH = Duration.ofMillis(100);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Console environment;
    private final int files;
    private Tracked total = Tracked.NOTHING;
    private final Set<String> unreadable = new HashSet<>();
    private int lost;
    private Instant shownAt;

    FollowScreen(Console environment, int files) {
        this.environment = environment;
        this.files = files;
        this.shownAt = environment.monotonic().instant();
        if (isWatched()) {
            draw();
        } else {
            log("started files=" + files);
        }
    }

    /** What was tracked so far. */
    Tracked total() {
        return total;
    }

    /** How many files there were whose rest nobody has read. */
    int lost() {
        return lost;
    }

    /** How many files there are that cannot be read now. */
    int unreadable() {
        return unreadable.size();
    }

    @Override
    public void changed(String name, Change turn) {
        lost += turn == Change.LOST ? 1 : 0;
        if (isWatched()) {
            say(name + ": " + words(turn));
        } else {
            log(event(turn) + " file=" + LogFmt.quoted(name));
        }
    }

    @Override
    public void unreadable(String name, IOException why) {
        unreadable.add(name);
        String reason = FileErrors.reason(why);
        if (isWatched()) {
            say(name + ": cannot be read: " + reason + "; it is tried again");
        } else {
            log("unreadable file=" + LogFmt.quoted(name) + " reason=" + LogFmt.quoted(reason));
        }
    }

    @Override
    public void readable(String name) {
        unreadable.remove(name);
        if (isWatched()) {
            say(name + ": can be read again");
        } else {
            log("readable file=" + LogFmt.quoted(name));
        }
    }

    /** That a file is not there yet. */
    void awaits(String name) {
        if (isWatched()) {
            say(name + ": is not there yet");
        } else {
            log("awaits file=" + LogFmt.quoted(name));
        }
    }

    @Override
    public void tracked(String name, Tracked tracked) {
        total = total.plus(tracked);
        showNowAndThen();
    }

    @Override
    public void ledgerUnavailable(String reason) {
        if (isWatched()) {
            say(reason);
        } else {
            log("waits-for-ledger reason=" + LogFmt.quoted(reason));
        }
    }

    @Override
    public void idle() {
        showNowAndThen();
    }

    @Override
    public void close() {
        if (isWatched()) {
            environment.err().print(Rest.ERASE_LINE);
            environment.err().flush();
        } else {
            log("stopped" + counts());
        }
    }

    private boolean isWatched() {
        return environment.errIsTerminal();
    }

    private void showNowAndThen() {
        Instant now = environment.monotonic().instant();
        if (now.isBefore(shownAt.plus(isWatched() ? REFRESH : INTERVAL))) {
            return;
        }
        shownAt = now;
        if (isWatched()) {
            draw();
        } else {
            log("counts" + counts());
        }
    }

    private void say(String line) {
        environment.err().println(Rest.ERASE_LINE + Sanitized.of(line));
        draw();
    }

    private void draw() {
        String what = files == 1 ? "1 file: " : "%,d files: ".formatted(files);
        environment
                .err()
                .print(Rest.ERASE_LINE + "following " + what + TrackCommand.sentence(total));
        environment.err().flush();
    }

    private void log(String event) {
        environment.err().println(LogFmt.line(environment.clock().instant(), event));
    }

    private String counts() {
        return " new=%d pending=%d kept=%d ended=%d"
                .formatted(total.added(), total.pending(), total.recorded(), total.givenUp());
    }

    private static String event(Change turn) {
        return switch (turn) {
            case CONTINUED -> "continued";
            case STARTED -> "begun";
            case ROTATED -> "replaced";
            case TRUNCATED -> "cut-off";
            case LOST -> "lost";
        };
    }

    private static String words(Change turn) {
        return switch (turn) {
            case CONTINUED -> "read on";
            case STARTED -> "read from its beginning";
            case ROTATED -> "was rotated; the new file is read from its beginning";
            case TRUNCATED -> "was cut off; read from its beginning again";
            case LOST ->
                    "is not the file that was read last, which is nowhere beside it; read from its"
                            + " beginning. If the old one was archived, give it to track --from";
        };
    }
}

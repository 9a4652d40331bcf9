package io.genledger.app.cli.maintain;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.WorkProgress;
import java.time.Instant;
import java.util.Optional;

/** The status line of long work on a terminal: how much is done, and how long the rest takes. */
final class MaintainProgress implements AutoCloseable {

    private final Console console;
    private Optional<WorkProgress> work = Optional.empty();

    MaintainProgress(Console console) {
        this.console = console;
    }

    /**
     * Shows {@code text}, the share of {@code all} that is done, and the remaining time at the mean
     * rate since the first call.
     */
    void show(String text, long done, long all) {
        if (console.redraws()) {
            Instant now = console.monotonic().instant();
            WorkProgress begun = work.orElseGet(() -> new WorkProgress(now, done));
            work = Optional.of(begun);
            console.status(text + WorkProgress.share(done, all) + begun.remaining(now, done, all));
        }
    }

    /** Writes a note in place of the line. */
    void note(String text) {
        close();
        console.note(text);
    }

    @Override
    public void close() {
        if (console.redraws()) {
            console.status("");
        }
    }
}

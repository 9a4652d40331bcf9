package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.time.Duration;
import java.time.Instant;

/** {@code collect --watch} on a terminal: one status line, with notable events above it. */
final class WatchLine implements CollectScreen {

    private static final Duration REFRESH = Duration.ofMillis(100);
    private static final int WIDTH = 80;

    private final Console console;
    private CollectSummary summary = CollectSummary.NOTHING;
    private Instant drawnAt = Instant.EPOCH;
    private Instant backoffUntil = Instant.MIN;

    WatchLine(Console console) {
        this.console = console;
        draw();
    }

    @Override
    public void outcome(GenerationId id, Outcome result, String reason) {
        if (CollectText.isNotable(result)) {
            say(CollectText.line(id, result, reason));
        }
    }

    @Override
    public void backoff(Instant until, String reason) {
        backoffUntil = until;
        say(BackoffText.sentence(console.clock().instant(), until, reason));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        say(reason);
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        if (!console.monotonic().instant().isBefore(drawnAt.plus(REFRESH))) {
            draw();
        }
    }

    @Override
    public void close() {
        console.status("");
    }

    private void say(String line) {
        console.noteAboveStatus(line);
        draw();
    }

    private void draw() {
        drawnAt = console.monotonic().instant();
        Instant now = console.clock().instant();
        String backoff =
                now.isBefore(backoffUntil)
                        ? "backing off " + BackoffText.span(now, backoffUntil) + "; "
                        : "";
        String line = "watching: " + backoff + CollectText.brief(summary::count);
        int width = console.columns().orElse(WIDTH) - 1;
        console.status(line.substring(0, Math.min(width, line.length())));
    }
}

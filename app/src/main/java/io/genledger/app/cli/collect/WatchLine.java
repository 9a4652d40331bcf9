package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.time.Duration;
import java.time.Instant;

/**
 * A collection that keeps going, as one line that a person watches on a terminal; what needs a look
 * scrolls by above it.
 */
final class WatchLine implements CollectScreen {

    private static final Duration REFRESH = Duration.ofMillis(100);
    private static final int WIDTH = 80;

    private final Console environment;
    private CollectSummary summary = CollectSummary.NOTHING;
    private Instant drawnAt = Instant.EPOCH;
    private Instant restsUntil = Instant.MIN;

    WatchLine(Console environment) {
        this.environment = environment;
        draw();
    }

    @Override
    public void outcome(GenerationId id, Outcome result, String reason) {
        if (CollectCounts.isWorthALine(result)) {
            say(CollectCounts.line(id, result, reason));
        }
    }

    @Override
    public void backoff(Instant until, String reason) {
        restsUntil = until;
        say(Rest.sentence(environment.clock().instant(), until, reason));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        say(reason);
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        if (!environment.monotonic().instant().isBefore(drawnAt.plus(REFRESH))) {
            draw();
        }
    }

    @Override
    public void close() {
        environment.err().print(Rest.ERASE_LINE);
        environment.err().flush();
    }

    private void say(String line) {
        environment.err().println(Rest.ERASE_LINE + Sanitized.of(line));
        draw();
    }

    private void draw() {
        drawnAt = environment.monotonic().instant();
        Instant now = environment.clock().instant();
        String rest =
                now.isBefore(restsUntil) ? "resting " + Rest.span(now, restsUntil) + "; " : "";
        String line = "watching: " + rest + CollectCounts.brief(summary);
        int width = environment.columns().orElse(WIDTH) - 1;
        environment
                .err()
                .print(Rest.ERASE_LINE + line.substring(0, Math.min(width, line.length())));
        environment.err().flush();
    }
}

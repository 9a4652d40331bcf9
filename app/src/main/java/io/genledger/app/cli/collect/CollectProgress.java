package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar if standard error is a terminal, and a line for each backoff. */
final class CollectProgress implements CollectScreen {

    private static final int WIDTH = 72;
    private static final int REFRESH_MILLIS = 100;

    private final Console console;
    private final Optional<ProgressBar> bar;

    private CollectProgress(Console console, Optional<ProgressBar> bar) {
        this.console = console;
        this.bar = bar;
    }

    static CollectProgress of(Console console, long steps) {
        return new CollectProgress(
                console,
                console.redraws() && steps > 0
                        ? Optional.of(bar(console, steps))
                        : Optional.empty());
    }

    @Override
    public void outcome(GenerationId id, Outcome result, String reason) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void backoff(Instant until, String reason) {
        String line = BackoffText.sentence(console.clock().instant(), until, reason);
        if (bar.isPresent()) {
            console.noteAboveStatus(line);
        } else {
            console.note(Sanitized.of(line));
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private static ProgressBar bar(Console console, long steps) {
        int width = Math.min(WIDTH, console.columns().orElse(WIDTH) - 1);
        return new ProgressBarBuilder()
                .setTaskName("collecting")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), width))
                .clearDisplayOnFinish()
                .build();
    }
}

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

/**
 * A live bar on standard error where a person watches it, nothing elsewhere; rests are told on
 * both.
 */
public final class CollectProgress implements CollectScreen {

    private static final int WIDTH = 72;
    private static final int REFRESH_MILLIS = 100;

    private final Console environment;
    private final Optional<ProgressBar> bar;

    private CollectProgress(Console environment, Optional<ProgressBar> bar) {
        this.environment = environment;
        this.bar = bar;
    }

    static CollectProgress of(Console environment, long steps) {
        return new CollectProgress(
                environment,
                environment.errIsTerminal() && steps > 0
                        ? Optional.of(bar(environment, steps))
                        : Optional.empty());
    }

    @Override
    public void outcome(GenerationId id, Outcome result, String reason) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void backoff(Instant until, String reason) {
        String line = Rest.sentence(environment.clock().instant(), until, reason);
        // The bar writes itself anew below.
        environment.err().println((bar.isPresent() ? Rest.ERASE_LINE : "") + Sanitized.of(line));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private static ProgressBar bar(Console environment, long steps) {
        int width = Math.min(WIDTH, environment.columns().orElse(WIDTH) - 1);
        return new ProgressBarBuilder()
                .setTaskName("collecting")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(environment.err(), width))
                .clearDisplayOnFinish()
                .build();
    }
}

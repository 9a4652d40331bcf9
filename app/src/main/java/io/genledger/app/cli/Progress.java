package io.genledger.app.cli;

import io.genledger.app.cli.text.Printable;
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
final class Progress implements CollectScreen {

    private static final int WIDTH = 72;
    private static final int REFRESH_MILLIS = 100;

    private final Environment environment;
    private final Optional<ProgressBar> bar;

    private Progress(Environment environment, Optional<ProgressBar> bar) {
        this.environment = environment;
        this.bar = bar;
    }

    static Progress of(Environment environment, long steps) {
        return new Progress(
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
        environment.err().println((bar.isPresent() ? Rest.ERASE_LINE : "") + Printable.of(line));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private static ProgressBar bar(Environment environment, long steps) {
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

package io.genledger.app.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A live bar on standard error where a person watches it, nothing elsewhere. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 72;
    private static final int REFRESH_MILLIS = 100;

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static Progress of(Environment environment, long steps) {
        return new Progress(
                environment.errIsTerminal() && steps > 0
                        ? Optional.of(bar(environment, steps))
                        : Optional.empty());
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
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

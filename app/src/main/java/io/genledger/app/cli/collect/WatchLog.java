package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code collect --watch} without a terminal: logfmt lines, {@code time=… event=… key=value …}. One
 * line for each notable event, and the counts once a minute.
 */
final class WatchLog implements CollectScreen, DelayFolder.Lines {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Console console;
    private final QueueProbe queue;
    private final DelayFolder delays;
    private CollectSummary summary = CollectSummary.NOTHING;
    private Instant countsAt;

    WatchLog(Console console, QueueProbe queue) {
        this.console = console;
        this.queue = queue;
        this.delays = new DelayFolder(console, this);
        this.countsAt = console.monotonic().instant().plus(INTERVAL);
    }

    @Override
    public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {
        if (CollectNotes.needsAttention(outcome)) {
            write(Forms.code(outcome) + " id=" + id + reason(reason.orElse("")));
        }
    }

    @Override
    public void delayed(Delay delay) {
        delays.delayed(delay);
    }

    @Override
    public void resumed(Delay delay) {
        delays.resumed();
    }

    @Override
    public void showDelay(Delay delay) {
        String until = delay.until().map(end -> " until=" + Forms.instant(end)).orElse("");
        String since = " since=" + Forms.instant(delay.since());
        write(
                (delay.rateLimited() ? "backoff" : "outage" + since)
                        + until
                        + reason(delay.reason()));
    }

    @Override
    public void showEnd(Delay delay, Duration lasted) {
        write("recovered after=" + seconds(lasted) + " ids=" + summary.count(Outcome.UNAVAILABLE));
    }

    @Override
    public void showRepeated(RepeatedDelays repeated) {
        write(
                (repeated.last().rateLimited() ? "backoff" : "outage")
                        + " since="
                        + Forms.instant(repeated.since())
                        + " times="
                        + repeated.times()
                        + " lasted="
                        + seconds(repeated.lasted())
                        + reason(repeated.last().reason()));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        write("ledger-unavailable" + reason(reason));
    }

    @Override
    public void ledgerAvailable() {
        write("ledger-available");
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        delays.tick();
        Instant now = console.monotonic().instant();
        if (!now.isBefore(countsAt)) {
            countsAt = now.plus(INTERVAL);
            write("counts" + counts());
        }
    }

    @Override
    public CollectSummary summary() {
        return summary;
    }

    @Override
    public void close() {
        delays.flush();
        write("stopped" + counts());
    }

    private String counts() {
        Optional<QueueProbe.Depth> depth = queue.depth();
        Instant now = console.clock().instant();
        return Stream.of(Outcome.values())
                        .map(outcome -> " " + Forms.code(outcome) + "=" + summary.count(outcome))
                        .collect(Collectors.joining())
                + depth.map(known -> " pending=" + known.pending()).orElse("")
                + depth.flatMap(QueueProbe.Depth::oldest)
                        .map(oldest -> " oldest=" + seconds(Duration.between(oldest, now)))
                        .orElse("")
                + " spend-recorded="
                + summary.spend().spend()
                + " spend-unknown="
                + summary.spend().unknownSpend();
    }

    private void write(String event) {
        console.err().println(LogFmt.line(console.clock().instant(), event));
    }

    private static String reason(String text) {
        return " reason=" + LogFmt.quoted(text);
    }

    /** Whole seconds as a duration of the command line, {@code 90s}; not negative. */
    private static String seconds(Duration duration) {
        return Math.max(0, duration.toSeconds()) + "s";
    }
}

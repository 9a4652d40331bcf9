package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A collection that keeps going, as lines for machines: {@code time=… event=… key=value …}. One
 * line for each event that somebody may have to act on, and one with the counts a minute.
 */
final class WatchLog implements CollectScreen {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Console environment;
    private CollectSummary summary = CollectSummary.NOTHING;
    private Instant countsAt;

    WatchLog(Console environment) {
        this.environment = environment;
        this.countsAt = environment.monotonic().instant().plus(INTERVAL);
        write("started", "");
    }

    @Override
    public void outcome(GenerationId id, Outcome result, String reason) {
        if (CollectCounts.isWorthALine(result)) {
            write(
                    key(CollectCounts.name(result)),
                    " id=" + id + " reason=" + LogFmt.quoted(reason));
        }
    }

    @Override
    public void backoff(Instant until, String reason) {
        write("rests", " until=" + until + " reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        write("waits-for-ledger", " reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        Instant now = environment.monotonic().instant();
        if (!now.isBefore(countsAt)) {
            countsAt = now.plus(INTERVAL);
            writeCounts("counts");
        }
    }

    @Override
    public void close() {
        writeCounts("stopped");
    }

    private void writeCounts(String event) {
        write(
                event,
                " "
                        + CollectCounts.joined(
                                summary, " ", (name, number) -> key(name) + "=" + number));
    }

    private void write(String event, String rest) {
        environment.err().println(LogFmt.line(environment.clock().instant(), event + rest));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}

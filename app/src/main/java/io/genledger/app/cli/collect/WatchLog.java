package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code collect --watch} without a terminal: logfmt lines, {@code time=… event=… key=value …}. One
 * line for each notable event, and the counts once a minute.
 */
final class WatchLog implements CollectScreen {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Console console;
    private CollectSummary summary = CollectSummary.NOTHING;
    private Instant countsAt;

    WatchLog(Console console) {
        this.console = console;
        this.countsAt = console.monotonic().instant().plus(INTERVAL);
        write("started", "");
    }

    @Override
    public void outcome(GenerationId id, Outcome result, String reason) {
        if (CollectText.isNotable(result)) {
            write(key(CollectText.name(result)), " id=" + id + " reason=" + LogFmt.quoted(reason));
        }
    }

    @Override
    public void backoff(Instant until, String reason) {
        write("backoff", " until=" + Forms.instant(until) + " reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        write("ledger-unavailable", " reason=" + LogFmt.quoted(reason));
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        Instant now = console.monotonic().instant();
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
                        + CollectText.joined(
                                summary::count, " ", (name, number) -> key(name) + "=" + number));
    }

    private void write(String event, String pairs) {
        console.err().println(LogFmt.line(console.clock().instant(), event + pairs));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}

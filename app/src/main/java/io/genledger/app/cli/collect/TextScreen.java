package io.genledger.app.cli.collect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.RecentRate;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.service.collect.CollectDisplay;
import io.genledger.app.service.collect.DelayFolder;
import io.genledger.app.service.collect.QueueProbe;
import io.genledger.app.service.collect.RepeatedDelays;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectPlan.Until;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Progress in words: one status line with events above it on a terminal, else a line every half
 * minute and one for each event.
 */
final class TextScreen implements CollectDisplay, DelayFolder.Lines {

    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int WIDTH = 80;

    private final Console console;
    private final Until until;
    private final QueueProbe queue;
    private final CollectNotes notes;
    private final DelayFolder delays;
    private final RecentRate rate = new RecentRate("ids");
    private CollectSummary summary = CollectSummary.NOTHING;
    private final Map<Optional<AccountName>, Delay> present = new LinkedHashMap<>();
    private Instant drawnAt;

    TextScreen(Console console, Until until, QueueProbe queue, CollectNotes notes) {
        this.console = console;
        this.until = until;
        this.queue = queue;
        this.notes = notes;
        this.delays = new DelayFolder(console.monotonic(), this);
        this.drawnAt = console.monotonic().instant();
        if (console.redraws()) {
            draw();
        }
    }

    @Override
    public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {
        notes.outcome(id, outcome, reason);
        // Other runs name these ids at their end.
        if (until == Until.STOPPED && CollectNotes.needsAttention(outcome)) {
            say(CollectText.line(id, outcome, reason.orElse("")));
        }
    }

    @Override
    public void delayed(Delay started) {
        notes.delayed(started);
        present.put(started.account(), started);
        delays.delayed(started);
    }

    @Override
    public void resumed(Delay ended) {
        notes.resumed(ended);
        present.remove(ended.account());
        delays.resumed(ended);
    }

    @Override
    public void showDelay(Delay started) {
        say(DelayText.started(started, console.clock().instant()));
    }

    @Override
    public void showEnd(Delay ended, Duration lasted) {
        say(DelayText.ended(ended, lasted));
    }

    @Override
    public void showRepeated(RepeatedDelays repeated) {
        say(DelayText.repeated(repeated));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        say(reason);
    }

    @Override
    public void ledgerAvailable() {
        say("the ledger is available again");
    }

    @Override
    public void keyRefused(AccountName account, String reason) {
        say(CollectText.keyRefused(account, reason));
    }

    @Override
    public void keyMissing(AccountName account) {
        say(CollectText.keyMissing(account));
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        rate.note(console.monotonic().instant(), recorded());
        delays.tick();
        Duration interval = console.redraws() ? REDRAW : INTERVAL;
        if (!console.monotonic().instant().isBefore(drawnAt.plus(interval))) {
            draw();
        }
    }

    @Override
    public CollectSummary summary() {
        return summary;
    }

    @Override
    public void close() {
        delays.flush();
        if (console.redraws()) {
            console.status("");
        }
    }

    private void say(String line) {
        if (console.redraws()) {
            console.noteAboveStatus(line);
            draw();
        } else {
            console.note(Sanitized.of(line));
        }
    }

    private void draw() {
        drawnAt = console.monotonic().instant();
        if (console.redraws()) {
            console.status(line(console.columns().orElse(WIDTH) - 1));
        } else {
            console.note(line(Integer.MAX_VALUE));
        }
    }

    /** The most important parts of the state, as many as {@code width} columns hold. */
    private String line(int width) {
        StringBuilder line = new StringBuilder(title()).append(": ");
        String separator = "";
        for (String part : parts()) {
            if (line.length() + separator.length() + part.length() > width) {
                break;
            }
            line.append(separator).append(part);
            separator = "; ";
        }
        return line.toString();
    }

    private String title() {
        return switch (until) {
            case NOTHING_DUE -> "collecting";
            case NOTHING_PENDING -> "waiting";
            case STOPPED -> "watching";
        };
    }

    private List<String> parts() {
        Instant now = console.clock().instant();
        Optional<QueueProbe.Depth> depth = queue.depth();
        List<String> parts = new ArrayList<>();
        present.values().stream().map(delay -> DelayText.brief(delay, now)).forEach(parts::add);
        parts.add(CollectText.counts(summary::count));
        depth.map(known -> Numbers.count(known.pending()) + " pending").ifPresent(parts::add);
        depth.flatMap(QueueProbe.Depth::nextDue)
                .filter(due -> until == Until.NOTHING_PENDING || now.isBefore(due))
                // The backoff of the run decides, not the due time.
                .filter(due -> present.isEmpty())
                .map(due -> "next try " + Times.due(due, now))
                .ifPresent(parts::add);
        parts.add(rate.at(drawnAt, recorded()));
        depth.flatMap(QueueProbe.Depth::oldest)
                .map(oldest -> "oldest " + Times.words(Duration.between(oldest, now)))
                .ifPresent(parts::add);
        return parts;
    }

    private long recorded() {
        return Stream.of(Outcome.values())
                .filter(Outcome::isRecorded)
                .mapToLong(summary::count)
                .sum();
    }
}

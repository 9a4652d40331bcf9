package io.genledger.app.cli.collect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.app.view.intake.CollectView;
import io.genledger.app.view.intake.CollectView.End;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Instant;
import java.util.Optional;

/** Runs one collection: shows its progress, drains on SIGTERM, and names the reasons at its end. */
public final class CollectRun {

    private final Console console;
    private final Application application;
    private final StopSignal stop = new StopSignal();

    public CollectRun(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    /**
     * Collects, and notes on standard error the ids to look at, what remains, and why the run
     * ended.
     */
    public CollectView collect(GenerationSource source, RateLimiter rateLimit, CollectPlan plan) {
        ShutdownSignals shutdown = console.shutdown();
        shutdown.stopOnShutdown(stop);
        if (plan.watch()) {
            shutdown.drainOnTermination(stop);
        }
        CollectNotes notes = new CollectNotes();
        CollectSummary summary;
        try (CollectScreen screen = screen(plan)) {
            CollectListener listener = plan.watch() ? screen : notingOn(screen, notes);
            summary =
                    application.collectGenerations(source, rateLimit).collect(plan, listener, stop);
        }
        boolean logs = plan.watch() && !console.redraws();
        CollectView view =
                notes.view(summary, stop, logs ? Optional.empty() : Optional.of(backlog()));
        CollectText.attention(view).forEach(console::note);
        // Not one of the lines above, which are limited to twenty: the exit code follows from it.
        view.end().message().ifPresent(message -> noteEnd(logs, message, view.end(), plan));
        view.remaining()
                .map(CollectText::remaining)
                .ifPresent(lines -> lines.forEach(console::note));
        return view;
    }

    /** The exit code of a run with this result. */
    public static int exitCodeOf(CollectView view) {
        return switch (view.end().code()) {
            case REFUSED -> ExitCode.REFUSED;
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case STOPPED -> ExitCode.OK;
            case COMPLETED -> view.givenUp() + view.failed() > 0 ? ExitCode.REJECTED : ExitCode.OK;
        };
    }

    private CollectScreen screen(CollectPlan plan) {
        if (plan.watch()) {
            return console.redraws() ? new WatchLine(console) : new WatchLog(console);
        }
        return CollectProgress.of(console, backlog().due());
    }

    private Backlog backlog() {
        return application.pending().backlog(console.clock().instant());
    }

    private static CollectListener notingOn(CollectScreen screen, CollectNotes notes) {
        return new CollectListener() {
            @Override
            public void outcome(GenerationId id, Outcome result, String reason) {
                screen.outcome(id, result, reason);
                notes.outcome(id, result, reason);
            }

            @Override
            public void backoff(Instant until, String reason) {
                screen.backoff(until, reason);
                notes.backoff(until, reason);
            }
        };
    }

    private void noteEnd(boolean logs, String message, End end, CollectPlan plan) {
        String reason = message + advice(end, plan);
        String event = end.code() == End.Code.REFUSED ? "refused" : "unavailable";
        console.note(
                logs
                        ? LogFmt.line(
                                console.clock().instant(),
                                event + " reason=" + LogFmt.quoted(reason))
                        : "genledger: " + reason);
    }

    private static String advice(End end, CollectPlan plan) {
        return end.retryAfterMs()
                .filter(wait -> !plan.watch() && wait.compareTo(plan.maxBackoff()) > 0)
                .map(wait ->
                        "; Retry-After is "
                                + BackoffText.words(wait)
                                + ", longer than --max-backoff allows; run collect again after"
                                + " that")
                .orElse("");
    }
}

package io.genledger.app.cli.collect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.collect.CollectDisplay;
import io.genledger.app.service.collect.CollectEvents;
import io.genledger.app.service.collect.QueueProbe;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.app.view.intake.CollectView;
import io.genledger.app.view.intake.CollectView.End;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectGenerations;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectPlan.Until;
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
    public CollectView collect(CollectGenerations collection, CollectPlan plan) {
        boolean watches = plan.until() == Until.STOPPED;
        ShutdownSignals shutdown = console.shutdown();
        shutdown.stopOnShutdown(stop);
        if (watches) {
            shutdown.drainOnTermination(stop);
        }
        boolean logs = watches && !console.redraws();
        CollectNotes notes = new CollectNotes();
        CollectSummary summary;
        // What --watch shows at once is not repeated at the end.
        CollectNotes noted = watches ? new CollectNotes() : notes;
        try (CollectDisplay screen = screen(plan.until(), logs, noted)) {
            summary = collect(collection, plan, screen);
        }
        CollectView view =
                notes.view(summary, stop, logs ? Optional.empty() : Optional.of(backlog()));
        if (!logs) {
            CollectText.attention(view).forEach(console::note);
        }
        if (summary.timedOut()) {
            console.note("genledger: --timeout is over");
        }
        noteEnd(view, plan, logs);
        view.remaining()
                .map(rest -> CollectText.remaining(rest, view.end().code(), now()))
                .ifPresent(lines -> lines.forEach(console::note));
        return view;
    }

    /** Notes what was recorded before the ledger failed, for example because the disk is full. */
    private CollectSummary collect(
            CollectGenerations collection, CollectPlan plan, CollectDisplay screen) {
        try {
            return collection.collect(plan, screen, stop);
        } catch (LedgerUnavailableException failure) {
            console.note(
                    "genledger: stopped after "
                            + CollectText.counts(screen.summary()::count)
                            + "; all other ids stay pending");
            throw failure;
        }
    }

    /** The exit code of a run with this result. */
    public static int exitCodeOf(CollectView view) {
        return switch (view.end().code()) {
            case REFUSED -> ExitCode.REFUSED;
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case TIMED_OUT -> ExitCode.REJECTED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case STOPPED -> ExitCode.OK;
            case COMPLETED ->
                    view.count(Outcome.GIVEN_UP) + view.count(Outcome.FAILED) > 0
                            ? ExitCode.REJECTED
                            : ExitCode.OK;
        };
    }

    private CollectDisplay screen(Until until, boolean logs, CollectNotes notes) {
        QueueProbe queue = new QueueProbe(console.monotonic(), application.listPending());
        return logs
                ? new CollectEvents(console.runtime(), queue, console::log)
                : new TextScreen(console, until, queue, notes);
    }

    private Backlog backlog() {
        return application.pending().backlog(now());
    }

    private Instant now() {
        return console.clock().instant();
    }

    /** The reason from which the exit code follows, unless the counts or a signal tell it. */
    private void noteEnd(CollectView view, CollectPlan plan, boolean logs) {
        End end = view.end();
        end.message()
                .map(message -> message + advice(end, plan))
                .ifPresent(reason -> {
                    if (logs) {
                        console.log(event(end).with("reason", reason));
                    } else {
                        console.note("genledger: " + unavailable(view) + reason);
                    }
                });
    }

    private ServiceEvent event(End end) {
        return new ServiceEvent(now(), end.code() == End.Code.REFUSED ? "refused" : "unavailable");
    }

    private static String unavailable(CollectView view) {
        long ids = view.count(Outcome.UNAVAILABLE);
        return ids == 0 || view.end().code() == End.Code.REFUSED
                ? ""
                : Numbers.count(ids, "id") + " could not be fetched: ";
    }

    private static String advice(End end, CollectPlan plan) {
        return end.retryAfterMs()
                .filter(wait -> !plan.outlastsOutages() && wait.compareTo(plan.maxBackoff()) > 0)
                .map(wait ->
                        "; Retry-After is "
                                + Times.roundedUp(wait)
                                + ", longer than --max-backoff allows; run collect again after"
                                + " that")
                .orElse("");
    }
}

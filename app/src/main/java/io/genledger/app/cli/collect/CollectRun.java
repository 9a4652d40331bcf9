package io.genledger.app.cli.collect;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One collection as a person sees it: what goes on, an orderly end on Ctrl-C and SIGTERM, reasons
 * at the end.
 */
public final class CollectRun {

    private static final int NAMED = 20;

    private final GenledgerCommand program;
    private final Application wiring;
    private final StopSignal stop = new StopSignal();
    private final Map<GenerationId, String> reasons = new LinkedHashMap<>();

    public CollectRun(GenledgerCommand program, Application wiring) {
        this.program = program;
        this.wiring = wiring;
    }

    public CollectSummary collect(GenerationSource source, RateLimiter pacing, CollectPlan plan) {
        ShutdownSignals interruption = program.environment().interruption();
        interruption.passOnTo(stop);
        if (plan.watch()) {
            interruption.drainOnTermination(stop);
        }
        CollectSummary summary;
        try (CollectScreen screen = screen(plan)) {
            CollectListener listener = plan.watch() ? screen : rememberingOn(screen);
            summary = wiring.collectGenerations(source, pacing).collect(plan, listener, stop);
        }
        explain(summary, plan);
        return summary;
    }

    public int exitCodeOf(CollectSummary summary) {
        if (summary.refusal().isPresent()) {
            return ExitCode.REFUSED;
        }
        if (stop.isDrainRequested()) {
            return ExitCode.OK;
        }
        if (stop.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        if (summary.outage().isPresent()) {
            return ExitCode.UNAVAILABLE;
        }
        return summary.givenUp() + summary.failed() > 0 ? ExitCode.REJECTED : ExitCode.OK;
    }

    public static String sentence(CollectSummary summary) {
        return CollectCounts.joined(
                summary, ", ", (name, number) -> "%,d %s".formatted(number, name));
    }

    private CollectScreen screen(CollectPlan plan) {
        Console environment = program.environment();
        if (plan.watch()) {
            return environment.errIsTerminal()
                    ? new WatchLine(environment)
                    : new WatchLog(environment);
        }
        return CollectProgress.of(
                environment, wiring.pending().backlog(environment.clock().instant()).due());
    }

    private CollectListener rememberingOn(CollectScreen screen) {
        return new CollectListener() {
            @Override
            public void outcome(GenerationId id, Outcome result, String reason) {
                screen.outcome(id, result, reason);
                remember(id, result, reason);
            }

            @Override
            public void backoff(Instant until, String reason) {
                screen.backoff(until, reason);
            }
        };
    }

    /** A generation may be asked for again in the same run; only its last verdict counts. */
    private void remember(GenerationId id, CollectListener.Outcome result, String reason) {
        boolean endedWell =
                switch (result) {
                    case RECORDED, REVISED, UNCHANGED -> true;
                    case NOT_READY, GIVEN_UP, FAILED -> false;
                };
        if (endedWell) {
            reasons.remove(id);
        } else if (reasons.size() < NAMED || reasons.containsKey(id)) {
            reasons.put(id, Sanitized.of(CollectCounts.line(id, result, reason)));
        }
    }

    private void explain(CollectSummary summary, CollectPlan plan) {
        reasons.values().forEach(program::note);
        long unnamed = summary.notReady() + summary.givenUp() + summary.failed() - reasons.size();
        if (unnamed > 0 && !reasons.isEmpty()) {
            program.note("… and %,d more".formatted(unnamed));
        }
        boolean logs = plan.watch() && !program.environment().errIsTerminal();
        summary.refusal().ifPresent(why -> explain(logs, "refused", why.getMessage()));
        // Said even if twenty other reasons came first: the exit code rests on it.
        summary.outage()
                .ifPresent(
                        why -> explain(logs, "unavailable", why.getMessage() + advice(why, plan)));
        if (!logs) {
            tellWhatIsLeft();
        }
    }

    private void explain(boolean logs, String event, @Nullable String reason) {
        program.note(
                logs
                        ? LogFmt.line(
                                program.environment().clock().instant(),
                                event + " reason=" + LogFmt.quoted(String.valueOf(reason)))
                        : "genledger: " + reason);
    }

    private static String advice(SourceUnavailableException outage, CollectPlan plan) {
        return outage.retryAfter()
                .filter(rest -> !plan.watch() && rest.compareTo(plan.maxBackoff()) > 0)
                .map(rest ->
                        "; it asks for a rest of "
                                + Rest.words(rest)
                                + ", longer than --max-rest allows: run again after that")
                .orElse("");
    }

    private void tellWhatIsLeft() {
        Backlog backlog = wiring.pending().backlog(program.environment().clock().instant());
        long waiting = backlog.due() + backlog.later();
        if (waiting > 0) {
            program.note(
                    "%,d %s pending%s"
                            .formatted(waiting, waiting == 1 ? "stays" : "stay", nextDue(backlog)));
        }
        if (backlog.claimed() > 0) {
            program.note(
                    "%,d are claimed by another run; if that one died, they come back when their"
                                    .formatted(backlog.claimed())
                            + " leases end, see pending --state claimed");
        }
    }

    private static String nextDue(Backlog backlog) {
        return backlog.due() > 0
                ? ""
                : backlog.nextDue().map(due -> ", the next one is due at " + due).orElse("");
    }
}

package io.genledger.app.cli;

import io.genledger.app.Wiring;
import io.genledger.app.cli.text.Printable;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Backlog;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.usecase.CollectListener;
import io.genledger.ports.usecase.CollectPlan;
import io.genledger.ports.usecase.CollectSummary;
import io.genledger.ports.usecase.StopSignal;
import java.util.LinkedHashMap;
import java.util.Map;

/** One collection as a person sees it: a live bar, an orderly end on Ctrl-C, reasons at the end. */
final class CollectRun {

    private static final int NAMED = 20;

    private final GenledgerCommand program;
    private final Wiring wiring;
    private final GenerationSource source;
    private final StopSignal stop = new StopSignal();
    private final Map<GenerationId, String> reasons = new LinkedHashMap<>();

    CollectRun(GenledgerCommand program, Wiring wiring, GenerationSource source) {
        this.program = program;
        this.wiring = wiring;
        this.source = source;
    }

    CollectSummary collect(CollectPlan plan) {
        long due = wiring.pending().backlog(program.environment().clock().instant()).due();
        CollectSummary summary;
        program.environment().interruption().passOnTo(stop);
        try (Progress progress = Progress.of(program.environment(), due)) {
            CollectListener listener =
                    (id, result, reason) -> {
                        progress.step();
                        remember(id, result, reason);
                    };
            summary = wiring.collectGenerations(source).collect(plan, listener, stop);
        }
        explain(summary);
        return summary;
    }

    int exitCodeOf(CollectSummary summary) {
        if (summary.refusal().isPresent()) {
            return ExitCode.REFUSED;
        }
        if (stop.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        if (summary.outage().isPresent()) {
            return ExitCode.UNAVAILABLE;
        }
        return summary.givenUp() + summary.failed() > 0 ? ExitCode.REJECTED : ExitCode.OK;
    }

    static String sentence(CollectSummary summary) {
        return "%,d recorded, %,d unchanged, %,d not ready, %,d given up, %,d failed"
                .formatted(
                        summary.recorded(),
                        summary.unchanged(),
                        summary.notReady(),
                        summary.givenUp(),
                        summary.failed());
    }

    private void remember(GenerationId id, CollectListener.Result result, String reason) {
        String verdict =
                switch (result) {
                    case RECORDED, UNCHANGED -> "";
                    case NOT_READY -> "not ready";
                    case GIVEN_UP -> "given up";
                    case FAILED -> "failed";
                };
        // A generation may be asked for again in the same run; only its last verdict counts.
        if (verdict.isEmpty()) {
            reasons.remove(id);
        } else if (reasons.size() < NAMED || reasons.containsKey(id)) {
            reasons.put(id, Printable.of(id + ": " + verdict + ": " + reason));
        }
    }

    private void explain(CollectSummary summary) {
        reasons.values().forEach(program::note);
        long unnamed = summary.notReady() + summary.givenUp() + summary.failed() - reasons.size();
        if (unnamed > 0) {
            program.note("… and %,d more".formatted(unnamed));
        }
        summary.refusal().ifPresent(refusal -> program.note("genledger: " + refusal.getMessage()));
        // Said even if twenty other reasons came first: the exit code rests on it.
        summary.outage().ifPresent(outage -> program.note("genledger: " + outage.getMessage()));
        Backlog backlog = wiring.pending().backlog(program.environment().clock().instant());
        long waiting = backlog.due() + backlog.later();
        if (waiting > 0) {
            program.note("%,d stay pending%s".formatted(waiting, nextDue(backlog)));
        }
        if (backlog.claimed() > 0) {
            program.note("%,d are being fetched by another run".formatted(backlog.claimed()));
        }
    }

    private static String nextDue(Backlog backlog) {
        return backlog.due() > 0
                ? ""
                : backlog.nextDue().map(due -> ", the next one is due at " + due).orElse("");
    }
}

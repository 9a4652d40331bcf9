package io.genledger.app.mcp;

import io.genledger.app.Application;
import io.genledger.app.option.AuditOptions;
import io.genledger.app.option.QueueListOptions;
import io.genledger.app.option.RecordedId;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.plan.AllowanceOption;
import io.genledger.app.option.report.AskedAudit;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.app.view.queue.NoRecordView;
import io.genledger.app.view.queue.NoRecordView.Code;
import io.genledger.app.view.queue.QueueView;
import io.genledger.app.view.report.AuditView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import java.util.Optional;

/** Answers why a generation cost what it did, what is missing or odd, and how the ledger is. */
final class StateQuestions {

    private final AskedLedger ledger;
    private final Application application;

    StateQuestions(AskedLedger ledger) {
        this.ledger = ledger;
        this.application = ledger.application();
    }

    Answer explain(ExplainOptions options) {
        ShowGeneration show =
                application.showGeneration(options.plan().plans(application.byokAllowances()));
        Optional<GenerationId> whole = id(options.id());
        ExplanationView view =
                whole.flatMap(show::show)
                        .or(() -> show.show(beginning(options.id(), whole)))
                        .map(ExplanationView::of)
                        .orElseThrow(() ->
                                new UsageException(
                                        "id: "
                                                + options.id()
                                                + " was recorded just now; ask again"));
        return Answer.of("The cost of one generation, line by line. Amounts are US dollars.", view);
    }

    /** An id without a record is told apart from the beginning of an id. */
    private GenerationId beginning(String text, Optional<GenerationId> whole) {
        whole.map(id ->
                        NoRecordView.read(
                                id,
                                application.readHistory(),
                                application.entryPruning(),
                                ledger.now()))
                .filter(view -> view.code() != Code.NOT_TRACKED && view.code() != Code.RECORDED)
                .ifPresent(view -> {
                    throw new UsageException(sentence(view));
                });
        return RecordedId.find(text, application.generations(), "id");
    }

    private static Optional<GenerationId> id(String text) {
        try {
            return Optional.of(new GenerationId(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String sentence(NoRecordView view) {
        String id = "id: " + view.id().value();
        return switch (view.code()) {
            case NOT_REQUESTED, CLAIMED, NOT_READY, FAILED ->
                    id + " is in the queue, and its record is not collected yet; ask again later";
            case GIVEN_UP -> id + " was not found at OpenRouter, and is no longer requested";
            case REFUSED -> id + " was refused by OpenRouter; find_missing says why";
            case PRUNED ->
                    id + " was recorded, and its entry was deleted; spend_report keeps its figures";
            case NOT_TRACKED, RECORDED -> id + " was recorded just now; ask again";
        };
    }

    Answer missing(QueueListOptions options) {
        QueueView view = options.list(application.listPending());
        String text =
                "%d ids have no record in the ledger, so that their cost is in no sum."
                        .formatted(view.ids());
        int listed = view.entries().size();
        return Answer.of(
                listed < view.ids()
                        ? text
                                + " %d of them are listed: send a larger limit, state or reason."
                                        .formatted(listed)
                        : text,
                view);
    }

    Answer findings(AuditOptions options) {
        AuditView view = AskedAudit.read(application, options, ledger.now());
        return Answer.of(
                "%d kinds of findings in %d generations; explain_generation shows those of one."
                        .formatted(view.findings().size(), view.generations()),
                view);
    }

    Answer status(AllowanceOption options) {
        LedgerStatusView view =
                LedgerStatusView.of(
                        ledger.name(),
                        ledger.timezone(),
                        application
                                .readStatus()
                                .read(ledger.now(), options.plans(application.byokAllowances())),
                        Optional.empty());
        return Answer.of(
                "%d generations in the last 24 hours, %d ids pending."
                        .formatted(view.lastDay().requests(), view.pending().ids()),
                view);
    }
}

package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.QueueWords;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.table.Table;
import io.genledger.app.view.queue.HistoryStepView;
import io.genledger.app.view.queue.HistoryStepView.Quarantined;
import io.genledger.app.view.queue.HistoryView;
import io.genledger.app.view.queue.QueueEntryView;
import io.genledger.domain.ledger.Difference;
import io.genledger.ports.document.Removal;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The history of a generation: a line for each step, and below a revision its changed fields. */
public final class HistorySheet {

    private static final String NOTHING = "(nothing)";
    private static final String INDENT = " ".repeat(24);

    private HistorySheet() {}

    /** Draws {@code history}. */
    public static String of(HistoryView history, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(history.id().value()));
        lines.add("");
        for (HistoryStepView step : history.steps()) {
            lines.add(style.dim(Times.second(step.at())) + "  " + Sanitized.of(sentence(step)));
            if (!step.changes().isEmpty()) {
                changes(step).drawn(style).stream()
                        .skip(1) // The header adds nothing to the rows.
                        .map(INDENT::concat)
                        .forEach(lines::add);
            }
        }
        lines.add("");
        lines.add("Now: " + now(history));
        return String.join("\n", lines);
    }

    private static Table changes(HistoryStepView step) {
        Table table = new Table().text("Field", "Change");
        for (Difference change : step.changes()) {
            String before = change.before().orElse(NOTHING);
            table.row(change.field(), before + " -> " + change.after().orElse(NOTHING));
        }
        return table;
    }

    private static String sentence(HistoryStepView step) {
        int attempts = step.attempts().orElse(0);
        return switch (step.kind()) {
            case TRACKED -> "tracked";
            case REQUESTED ->
                    Numbers.count(attempts, "request")
                            + " without a record"
                            + (attempts == 1 ? "" : "; the last outcome")
                            + because(step);
            case QUARANTINED ->
                    step.quarantined().map(HistorySheet::quarantined).orElse("") + because(step);
            case RECORDED_INLINE ->
                    "recorded the inline usage of its completion, until its own record comes";
            case RECORDED -> attempts == 0 ? "recorded from a file" : "recorded" + after(attempts);
            case REVISED -> "corrected: revision " + Numbers.count(step.revision().orElse(0));
            case DOCUMENT_ERASED -> withoutDocument(step, Removal.ERASED);
            case DOCUMENT_PRUNED -> withoutDocument(step, Removal.PRUNED);
            case GIVEN_UP -> "given up" + after(attempts) + because(step);
            case REFUSED -> "refused by OpenRouter" + because(step);
            case REQUEUED -> "requeued";
            case REFRESH_DUE -> "due for a refresh";
            case REFRESHED ->
                    step.outcome().isPresent()
                            ? "could not be refreshed" + because(step)
                            : "refreshed: unchanged";
            case FORGOTTEN -> "forgotten" + (attempts == 0 ? "" : after(attempts));
        };
    }

    private static String withoutDocument(HistoryStepView step, Removal removal) {
        return "recorded as revision %s; %s"
                .formatted(Numbers.count(step.revision().orElse(0)), removal.sentence());
    }

    private static String quarantined(Quarantined document) {
        return "quarantined document %d, %s bytes that came %s"
                .formatted(
                        document.number(),
                        Numbers.count(document.bytes()),
                        document.times() == 1 ? "once" : Numbers.count(document.times(), "time"));
    }

    private static String after(int requests) {
        return " after " + Numbers.count(requests, "request");
    }

    private static String because(HistoryStepView step) {
        return step.outcome().map(outcome -> ": " + QueueWords.outcome(outcome)).orElse("");
    }

    private static String now(HistoryView history) {
        String record =
                history.revisions() == 0
                        ? "no record"
                        : "revision " + Numbers.count(history.revisions());
        return history.entry().map(entry -> now(entry, history.at()) + "; ").orElse("") + record;
    }

    private static String now(QueueEntryView entry, Instant now) {
        String due = QueueWords.due(entry, now);
        String prefix = entry.state() == QueueState.PENDING ? ", due " : ", ";
        return QueueWords.state(entry) + (due.isEmpty() ? "" : prefix + due);
    }
}

package io.genledger.app.cli.render;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Difference;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.usecase.inspect.HistoryStep;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Kind happened to a generation, for people and for machines. */
public final class HistoryText {

    private static final String NOTHING = "(nothing)";

    private HistoryText() {}

    /** For people: one line for each step, and below a revision what it changed. */
    public static String of(GenerationId id, History history, Instant now, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(id.value()));
        lines.add("");
        for (HistoryStep step : history.steps()) {
            lines.add(style.dim(Moments.second(step.at())) + "  " + Sanitized.of(sentence(step)));
            if (step instanceof HistoryStep.Revised revised) {
                changes(revised).drawn(style).stream()
                        .skip(1) // the header says nothing that the rows do not
                        .map(change -> " ".repeat(24) + change)
                        .forEach(lines::add);
            }
        }
        lines.add("");
        lines.add("Now: " + standing(history, now));
        return String.join("\n", lines);
    }

    private static PlainTable changes(HistoryStep.Revised revised) {
        PlainTable table = new PlainTable("Field", "Change");
        for (Difference change : revised.differences()) {
            String before = change.before().orElse(NOTHING);
            table.row(change.field(), before + " -> " + change.after().orElse(NOTHING));
        }
        return table;
    }

    private static String sentence(HistoryStep step) {
        return switch (step) {
            case HistoryStep.Tracked tracked -> "tracked";
            case HistoryStep.Attempted asked ->
                    "asked "
                            + times(asked.attempts())
                            + (asked.attempts() == 1 ? ": " : "; the last time ")
                            + said(asked.outcome());
            case HistoryStep.Quarantined odd -> aside(odd.document());
            case HistoryStep.RecordedInline figures ->
                    "recorded the inline figures of its completion, until its own record comes";
            case HistoryStep.Recorded first ->
                    first.attempts() == 0
                            ? "recorded from a file"
                            : "recorded after asking " + times(first.attempts());
            case HistoryStep.Revised revised ->
                    "corrected: revision " + revised.revision() + " says otherwise";
            case HistoryStep.Logged logged -> sentence(logged.event());
        };
    }

    private static String sentence(QueueEvent entry) {
        return switch (entry.kind()) {
            case TRACKED -> "tracked";
            case GIVEN_UP ->
                    "given up after asking " + times(entry.attempts()) + because(entry.outcome());
            case REFUSED -> "refused by OpenRouter" + because(entry.outcome());
            case REQUEUED -> "to be asked for again";
            case REFRESH_DUE -> "to be read once more";
            case REFRESHED ->
                    entry.outcome()
                            .map(answer -> "could not be read once more: " + said(answer))
                            .orElse("read once more: it says the same");
            case FORGOTTEN ->
                    "forgotten"
                            + (entry.attempts() == 0
                                    ? ""
                                    : " after asking " + times(entry.attempts()));
        };
    }

    private static String aside(QuarantinedDocument aside) {
        return "kept aside an answer of %,d bytes that came %s: %s"
                .formatted(
                        aside.document().bytes().length,
                        times(aside.times()),
                        said(aside.outcome()));
    }

    private static String because(Optional<AttemptOutcome> answer) {
        return answer.map(last -> ": " + said(last)).orElse("");
    }

    private static String said(AttemptOutcome answer) {
        return PendingText.said(answer.reason(), answer.message());
    }

    private static String times(int count) {
        return count == 1 ? "once" : "%,d times".formatted(count);
    }

    private static String standing(History history, Instant now) {
        String kept =
                history.revisions() == 0
                        ? "no record"
                        : "revision %,d is kept".formatted(history.revisions());
        return history.entry().map(entry -> standing(entry, kept, now)).orElse(kept);
    }

    private static String standing(QueueEntry entry, String kept, Instant now) {
        String due = PendingText.due(entry, now);
        String prefix = entry.state() == QueueState.PENDING ? "due " : "";
        return PendingText.state(entry) + (due.isEmpty() ? "" : ", " + prefix + due) + "; " + kept;
    }

    /** For machines: the shape that {@code show ID --history --json} prints. */
    public static ObjectNode json(GenerationId id, History history) {
        ObjectNode shape =
                JsonText.object().put("id", id.value()).put("revisions", history.revisions());
        shape.set("queue", history.entry().map(PendingText::json).orElse(null));
        ArrayNode steps = shape.putArray("steps");
        history.steps().forEach(step -> steps.add(json(step)));
        return shape;
    }

    private static ObjectNode json(HistoryStep step) {
        ObjectNode shape = JsonText.object().put("at", step.at().toString());
        return switch (step) {
            case HistoryStep.Tracked tracked -> shape.put("what", "tracked");
            case HistoryStep.Attempted asked ->
                    shape.put("what", "asked")
                            .put("attempts", asked.attempts())
                            .set("answer", PendingText.json(asked.outcome()));
            case HistoryStep.Quarantined odd ->
                    shape.put("what", "kept-aside")
                            .put("bytes", odd.document().document().bytes().length)
                            .put("times", odd.document().times())
                            .set("answer", PendingText.json(odd.document().outcome()));
            case HistoryStep.RecordedInline figures ->
                    shape.put("what", "recorded-inline").put("revision", figures.revision());
            case HistoryStep.Recorded first ->
                    shape.put("what", "recorded")
                            .put("revision", first.revision())
                            .put("attempts", first.attempts());
            case HistoryStep.Revised revised -> json(revised, shape);
            case HistoryStep.Logged logged ->
                    shape.put("what", Words.of(logged.event().kind()))
                            .put("attempts", logged.event().attempts())
                            .set(
                                    "answer",
                                    logged.event().outcome().map(PendingText::json).orElse(null));
        };
    }

    private static ObjectNode json(HistoryStep.Revised revised, ObjectNode shape) {
        shape.put("what", "revised").put("revision", revised.revision());
        ArrayNode changes = shape.putArray("changes");
        for (Difference change : revised.differences()) {
            changes.addObject()
                    .put("field", change.field())
                    .put("before", change.before().orElse(null))
                    .put("after", change.after().orElse(null));
        }
        return shape;
    }
}

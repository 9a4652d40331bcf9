package io.genledger.app.cli.render;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The queue, for people and for machines. */
public final class PendingText {

    private static final int LONGEST_ANSWER = 60;

    private PendingText() {}

    /** For people: the totals, then the entries. */
    public static String of(Listing listing, Style style) {
        List<String> lines = new ArrayList<>();
        if (listing.totals().isEmpty()) {
            lines.add("Nothing of that waits, was given up or refused");
        } else {
            lines.addAll(totals(listing).drawn(style));
        }
        if (listing.quarantined() > 0) {
            lines.add(
                    "Ids with answers that could not be recorded: %,d; see show ID --history"
                            .formatted(listing.quarantined()));
        }
        if (!listing.entries().isEmpty()) {
            lines.add("");
            lines.addAll(entries(listing).drawn(style));
            long more = listing.ids() - listing.entries().size();
            if (more > 0) {
                lines.add("… and %,d more".formatted(more));
            }
        }
        return String.join("\n", lines);
    }

    private static PlainTable totals(Listing listing) {
        PlainTable table = new PlainTable("State", "Last answer", ">Ids", ">Oldest", "Next due");
        for (QueueTotal total : listing.totals()) {
            table.row(
                    total.state().code(),
                    total.reason().map(Reason::code).orElse("(none)"),
                    Numbers.count(total.ids()),
                    Spans.words(Duration.between(total.firstSeen(), listing.at())),
                    total.nextDue().map(due -> Moments.due(due, listing.at())).orElse(""));
        }
        return table;
    }

    private static PlainTable entries(Listing listing) {
        PlainTable table =
                new PlainTable("Id", "State", ">Asked", "First seen", "Due", "Last answer");
        for (QueueEntry entry : listing.entries()) {
            table.row(
                    entry.id().value(),
                    state(entry),
                    Numbers.count(entry.attempts()),
                    Moments.second(entry.firstSeen()),
                    due(entry, listing.at()),
                    entry.lastOutcome().map(PendingText::answer).orElse(""));
        }
        return table;
    }

    /** In one word or two. */
    static String state(QueueEntry entry) {
        return entry.refresh() ? entry.state().code() + " (re-read)" : entry.state().code();
    }

    /** When it may be asked for, or until when somebody does. */
    static String due(QueueEntry entry, Instant now) {
        return entry.leasedUntil()
                .map(until -> "lease ends " + Moments.due(until, now))
                .or(() -> entry.due().map(due -> Moments.due(due, now)))
                .orElse("");
    }

    /** What and when, on one line. */
    private static String answer(AttemptOutcome answer) {
        String words = answer.message();
        String shown =
                words.length() > LONGEST_ANSWER
                        ? words.substring(0, LONGEST_ANSWER - 1) + "…"
                        : words;
        return said(answer.reason(), shown)
                + answer.at().map(at -> " (" + Moments.second(at) + ")").orElse("");
    }

    /** A kind of answer and its words. */
    static String said(Optional<Reason> reason, String words) {
        return reason.map(kind -> kind.code() + ": ").orElse("") + words;
    }

    /** Says that an id cannot be retried or forgotten. */
    public static String notInQueue(GenerationId id) {
        return "genledger: "
                + id
                + " does not wait, nor was it given up or refused; see show "
                + id
                + " --history";
    }

    /** That an id is claimed, so that nothing was done. */
    public static String claimed(GenerationId id) {
        return "genledger: "
                + id
                + " is being asked for by a run; if that one died, the claim ends by itself: see"
                + " pending --state claimed";
    }

    /** For machines: what {@code retry --json} prints. */
    public static ObjectNode json(Retried retried) {
        ObjectNode shape = json("due", retried.due(), retried.notInQueue());
        ArrayNode claimed = shape.putArray("claimed");
        retried.claimed().forEach(id -> claimed.add(id.value()));
        return shape;
    }

    /** For machines: the shape that {@code pending --json} prints. */
    public static ObjectNode json(Listing listing) {
        ObjectNode shape = JsonText.object().put("ids", listing.ids());
        ArrayNode totals = shape.putArray("totals");
        for (QueueTotal total : listing.totals()) {
            totals.addObject()
                    .put("state", total.state().code())
                    .put("reason", total.reason().map(Reason::code).orElse(null))
                    .put("ids", total.ids())
                    .put("firstSeen", total.firstSeen().toString())
                    .put("nextDue", total.nextDue().map(Instant::toString).orElse(null));
        }
        ArrayNode entries = shape.putArray("entries");
        listing.entries().forEach(entry -> entries.add(json(entry)));
        return shape.put("idsWithAnswersAside", listing.quarantined());
    }

    static ObjectNode json(QueueEntry entry) {
        ObjectNode shape =
                JsonText.object()
                        .put("id", entry.id().value())
                        .put("state", entry.state().code())
                        .put("reread", entry.refresh())
                        .put("attempts", entry.attempts())
                        .put("firstSeen", entry.firstSeen().toString())
                        .put("due", entry.due().map(Instant::toString).orElse(null))
                        .put(
                                "leasedUntil",
                                entry.leasedUntil().map(Instant::toString).orElse(null));
        return shape.set("lastAnswer", entry.lastOutcome().map(PendingText::json).orElse(null));
    }

    static ObjectNode json(AttemptOutcome answer) {
        return JsonText.object()
                .put("at", answer.at().map(Instant::toString).orElse(null))
                .put("reason", answer.reason().map(Reason::code).orElse(null))
                .put("words", answer.message());
    }

    /** For machines: the shape that {@code retry} and {@code forget} print with {@code --json}. */
    public static ObjectNode json(String what, long changed, Set<GenerationId> notInQueue) {
        ObjectNode shape = JsonText.object().put(what, changed);
        ArrayNode others = shape.putArray("notInQueue");
        notInQueue.forEach(id -> others.add(id.value()));
        return shape;
    }
}

package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.QueueWords;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.queue.NotFoundCause;
import io.genledger.app.view.queue.QueueEntryView;
import io.genledger.app.view.queue.QueueView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The queue: its totals, then its entries. */
public final class QueueTable {

    private static final int LONGEST_MESSAGE = 60;

    private QueueTable() {}

    /** Draws {@code queue}. */
    public static String of(QueueView queue, Style style) {
        List<String> lines = new ArrayList<>();
        if (queue.totals().isEmpty()) {
            lines.add(
                    queue.state().isEmpty() && queue.reason().isEmpty()
                            ? "The queue is empty: no id waits for its record"
                            : "No matching ids in the queue");
        } else {
            lines.addAll(totals(queue).drawn(style));
        }
        if (queue.quarantinedIds() > 0) {
            lines.add(
                    "Ids with quarantined documents: %s; see genledger quarantine list"
                            .formatted(Numbers.count(queue.quarantinedIds())));
        }
        if (!queue.entries().isEmpty()) {
            lines.add("");
            lines.addAll(entries(queue).drawn(style));
            long more = queue.ids() - queue.entries().size();
            if (more > 0) {
                lines.add("… and " + Numbers.count(more) + " more");
            }
            lines.addAll(notFound(queue));
        }
        return String.join("\n", lines);
    }

    /** A sentence for the listed ids of each cause, about the first of them. */
    private static List<String> notFound(QueueView queue) {
        Map<NotFoundCause, List<QueueEntryView>> byCause = new EnumMap<>(NotFoundCause.class);
        for (QueueEntryView entry : queue.entries()) {
            entry.notFound()
                    .ifPresent(cause ->
                            byCause.computeIfAbsent(cause, some -> new ArrayList<>()).add(entry));
        }
        return byCause.entrySet().stream()
                .map(some ->
                        "Not found for long: %s; of %s: %s"
                                .formatted(
                                        Numbers.count(some.getValue().size(), "id"),
                                        some.getValue().get(0).id(),
                                        QueueWords.cause(
                                                some.getKey(), some.getValue().get(0).id())))
                .toList();
    }

    private static Table totals(QueueView queue) {
        Table table =
                new Table()
                        .text("State", "Last outcome")
                        .numbers("Ids")
                        .numbers("Oldest")
                        .text("Next due");
        for (QueueTotal total : queue.totals()) {
            table.row(
                    total.state().code(),
                    total.reason().map(Reason::code).orElse("(none)"),
                    Numbers.count(total.ids()),
                    Times.words(Duration.between(total.firstSeen(), queue.at())),
                    total.nextDue().map(due -> Times.due(due, queue.at())).orElse(""));
        }
        return table;
    }

    private static Table entries(QueueView queue) {
        boolean namesAccounts =
                queue.entries().stream()
                        .anyMatch(entry -> !entry.account().equals(AccountName.DEFAULT));
        Table table =
                new Table()
                        .text("Id", "State")
                        .numbers("Attempts")
                        .text("First seen", "Due")
                        .text(namesAccounts ? new String[] {"Account"} : new String[0])
                        .text("Last outcome");
        for (QueueEntryView entry : queue.entries()) {
            table.row(cells(entry, queue.at(), namesAccounts));
        }
        return table;
    }

    private static String[] cells(QueueEntryView entry, Instant now, boolean namesAccounts) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                entry.id().value(),
                                QueueWords.state(entry),
                                Numbers.count(entry.attempts()),
                                Times.second(entry.firstSeen()),
                                QueueWords.due(entry, now)));
        if (namesAccounts) {
            cells.add(entry.account().value());
        }
        cells.add(entry.lastOutcome().map(QueueTable::outcome).orElse(""));
        return cells.toArray(String[]::new);
    }

    /** The outcome and its time, on one line. */
    private static String outcome(AttemptOutcome outcome) {
        String message = outcome.message();
        String shown =
                message.length() > LONGEST_MESSAGE
                        ? message.substring(0, LONGEST_MESSAGE - 1) + "…"
                        : message;
        return QueueWords.outcome(outcome.reason(), shown)
                + outcome.at().map(at -> " (" + Times.second(at) + ")").orElse("");
    }
}

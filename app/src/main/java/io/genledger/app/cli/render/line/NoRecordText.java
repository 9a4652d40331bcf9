package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.QueueWords;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.queue.NoRecordView;
import io.genledger.app.view.queue.QueueEntryView;
import io.genledger.domain.attribution.AccountName;
import java.time.Instant;

/** Why there is no record of an id, and what to do, in one sentence. */
public final class NoRecordText {

    private static final String NO_RECORD_YET =
            "OpenRouter has no record yet; in most cases it is ready within "
                    + Times.words(NoRecordView.MOST_READY_WITHIN)
                    + " of the completion";

    private static final String COLLECT_AGAIN = "run collect again, or collect --wait";

    private NoRecordText() {}

    /** The sentence for one id. */
    public static String of(NoRecordView view) {
        if (view.code() == NoRecordView.Code.PRUNED) {
            return pruned(view);
        }
        return Sanitized.of(
                view.entry()
                        .map(entry -> tracked(view, entry))
                        .orElse(
                                "the ledger does not hold "
                                        + view.id()
                                        + "; track it, then collect"));
    }

    /** The sentence for {@code ids} ids that a run found not ready. */
    public static String notReady(long ids) {
        return Numbers.count(ids, "id")
                + (ids == 1 ? " is" : " are")
                + " not ready: "
                + NO_RECORD_YET;
    }

    private static String pruned(NoRecordView view) {
        return "the entry of " + view.id() + " was pruned; reports of its day keep its figures";
    }

    private static String tracked(NoRecordView view, QueueEntryView entry) {
        String tracked =
                view.id()
                        + entry.kind().map(kind -> " (kind " + kind + ")").orElse("")
                        + ": tracked at "
                        + Times.second(entry.firstSeen())
                        + account(entry);
        String requested = tracked + ", requested " + Numbers.count(entry.attempts(), "time");
        return switch (view.code()) {
            case NOT_TRACKED, NOT_REQUESTED ->
                    tracked
                            + (entry.lastOutcome().isPresent()
                                    ? ", requeued and not requested since"
                                    : " and not requested yet")
                            + ": run collect, or collect --wait";
            case CLAIMED ->
                    tracked
                            + "; a run of collect requests it now ("
                            + QueueWords.due(entry, view.at())
                            + ")";
            case NOT_READY ->
                    requested
                            + "; "
                            + entry.notFound()
                                    .map(cause ->
                                            "OpenRouter has no record yet: "
                                                    + QueueWords.cause(cause, view.id()))
                                    .orElse(NO_RECORD_YET)
                            + nextTry(entry, view.at())
                            + COLLECT_AGAIN;
            case FAILED ->
                    requested
                            + ", without success"
                            + because(entry)
                            + nextTry(entry, view.at())
                            + COLLECT_AGAIN;
            case GIVEN_UP ->
                    requested
                            + " and given up"
                            + because(entry)
                            + entry.notFound()
                                    .map(cause -> "; " + QueueWords.cause(cause, view.id()))
                                    .orElse("")
                            + "; to try again: retry "
                            + view.id();
            case REFUSED ->
                    requested
                            + " and refused by OpenRouter"
                            + because(entry)
                            + "; to try again: retry "
                            + view.id();
            case PRUNED -> pruned(view);
            case RECORDED -> view.id() + " was recorded just now; run the command again";
        };
    }

    private static String account(QueueEntryView entry) {
        return entry.account().equals(AccountName.DEFAULT)
                ? ""
                : " for the account " + entry.account();
    }

    private static String because(QueueEntryView entry) {
        return entry.lastOutcome()
                .map(outcome -> " (" + QueueWords.outcome(outcome) + ")")
                .orElse("");
    }

    private static String nextTry(QueueEntryView entry, Instant now) {
        return entry.due()
                .filter(now::isBefore)
                .map(due ->
                        "; next try at %s (%s): ".formatted(Times.second(due), Times.due(due, now)))
                .orElse("; due now: ");
    }
}

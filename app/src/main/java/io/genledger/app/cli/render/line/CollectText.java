package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.intake.CollectView;
import io.genledger.app.view.intake.CollectView.End.Code;
import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcomes of a collection, in words and numbers. */
public final class CollectText {

    private CollectText() {}

    /** The counts in a sentence. */
    public static String of(CollectView view) {
        return counts(view::count);
    }

    /**
     * {@code 24 recorded, 1 not ready}: the number of recorded ids, and every other number above
     * zero.
     */
    public static String counts(ToLongFunction<Outcome> count) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome == Outcome.RECORDED || count.applyAsLong(outcome) > 0)
                .map(outcome -> counted(outcome, count.applyAsLong(outcome)))
                .collect(Collectors.joining(", "));
    }

    private static String counted(Outcome outcome, long number) {
        return switch (outcome) {
            case REPLACED -> Numbers.count(number, "inline figure") + " replaced by the record";
            default -> Numbers.count(number) + " " + name(outcome);
        };
    }

    /** A line for each id that needs attention, and one for all ids that are not ready. */
    public static List<String> attention(CollectView view) {
        List<String> lines = new ArrayList<>();
        for (CollectView.Attention each : view.attention()) {
            lines.add(Sanitized.of(line(each.id(), each.outcome(), each.message())));
        }
        if (view.attentionLeftOff() > 0 && !lines.isEmpty()) {
            lines.add("… and " + Numbers.count(view.attentionLeftOff()) + " more");
        }
        if (view.count(Outcome.NOT_READY) > 0) {
            lines.add(NoRecordText.notReady(view.count(Outcome.NOT_READY)));
        }
        return lines;
    }

    /**
     * What stays in the queue and what to do about it: a line for pending ids, and one for ids that
     * other runs have claimed; none for no ids.
     */
    public static List<String> remaining(StatusView remaining, Code end, Instant now) {
        List<String> lines = new ArrayList<>();
        long pending = remaining.pending();
        if (pending > 0) {
            lines.add(
                    Numbers.count(pending)
                            + (pending == 1 ? " stays" : " stay")
                            + " pending"
                            + nextTry(remaining, now)
                            + advice(end));
        }
        if (remaining.claimed() > 0) {
            lines.add(
                    (remaining.claimed() == 1
                                    ? "1 is claimed by another run; if that was killed, the id"
                                            + " becomes due when its lease expires"
                                    : Numbers.count(remaining.claimed())
                                            + " are claimed by other runs; if those were killed,"
                                            + " the ids become due when their leases expire")
                            + ", see pending --state claimed");
        }
        return lines;
    }

    private static String nextTry(StatusView remaining, Instant now) {
        return Optional.of(remaining)
                .filter(queue -> queue.due() == 0)
                .flatMap(StatusView::nextDue)
                .map(due -> ", the next " + (due.isAfter(now) ? Times.due(due, now) : "is due now"))
                .orElse("");
    }

    private static String advice(Code end) {
        return switch (end) {
            case COMPLETED -> ": run collect again, or use --wait";
            case UNAVAILABLE, TIMED_OUT, INTERRUPTED, STOPPED -> ": run collect again";
            case REFUSED -> "";
        };
    }

    /** {@code account acme: OpenRouter does not accept the key; its ids stay pending}. */
    public static String keyRefused(AccountName account, String reason) {
        return "account " + account + ": " + reason + "; its ids stay pending";
    }

    /** {@code account acme: no key, so its ids stay pending: …}. */
    public static String keyMissing(AccountName account) {
        return "account "
                + account
                + ": no key, so its ids stay pending; name one by --key ACCOUNT=file:PATH";
    }

    /** {@code gen-1: given up: not found}. */
    public static String line(GenerationId id, Outcome outcome, String message) {
        return id + ": " + name(outcome) + ": " + message;
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> "recorded";
            case REVISED -> "revised";
            case REPLACED -> "replaced";
            case UNCHANGED -> "unchanged";
            case NOT_READY -> "not ready";
            case GIVEN_UP -> "given up";
            case UNAVAILABLE -> "unavailable";
            case FAILED -> "failed";
        };
    }
}

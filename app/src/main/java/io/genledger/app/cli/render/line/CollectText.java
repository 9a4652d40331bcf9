package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.intake.CollectView;
import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcomes of a collection, in words and numbers. */
public final class CollectText {

    private CollectText() {}

    /** {@code 24 recorded, 0 revised, 0 unchanged, 1 not ready, 0 given up, 0 failed}. */
    public static String of(CollectView view) {
        return joined(view::count, ", ", (name, number) -> Numbers.count(number) + " " + name);
    }

    /** A line for each id that needs attention. */
    public static List<String> attention(CollectView view) {
        List<String> lines = new ArrayList<>();
        for (CollectView.Attention each : view.attention()) {
            lines.add(Sanitized.of(line(each.id(), each.outcome(), each.message())));
        }
        if (view.attentionLeftOff() > 0 && !lines.isEmpty()) {
            lines.add("… and " + Numbers.count(view.attentionLeftOff()) + " more");
        }
        return lines;
    }

    /** A line for pending ids and one for ids that other runs have claimed; none for no ids. */
    public static List<String> remaining(StatusView remaining) {
        List<String> lines = new ArrayList<>();
        long pending = remaining.pending();
        if (pending > 0) {
            lines.add(
                    "%s %s pending%s"
                            .formatted(
                                    Numbers.count(pending),
                                    pending == 1 ? "stays" : "stay",
                                    nextDue(remaining)));
        }
        if (remaining.claimed() > 0) {
            lines.add(
                    "%s are claimed by another run; if it was killed, they become due when"
                                    .formatted(Numbers.count(remaining.claimed()))
                            + " their leases expire, see pending --state claimed");
        }
        return lines;
    }

    private static String nextDue(StatusView remaining) {
        return remaining.due() > 0
                ? ""
                : remaining
                        .nextDue()
                        .map(due -> ", the next one is due at " + Times.second(due))
                        .orElse("");
    }

    /** All outcomes with their counts, in the order of {@link Outcome}. */
    public static String joined(
            ToLongFunction<Outcome> count,
            String separator,
            BiFunction<String, Long, String> form) {
        return Stream.of(Outcome.values())
                .map(outcome -> form.apply(name(outcome), count.applyAsLong(outcome)))
                .collect(Collectors.joining(separator));
    }

    /** The outcomes with a count above zero; {@code nothing yet} if there are none. */
    public static String brief(ToLongFunction<Outcome> count) {
        String counts =
                Stream.of(Outcome.values())
                        .filter(outcome -> count.applyAsLong(outcome) > 0)
                        .map(outcome ->
                                Numbers.count(count.applyAsLong(outcome)) + " " + name(outcome))
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing yet" : counts;
    }

    /** Whether the id of an outcome is shown as soon as the outcome is known. */
    public static boolean isNotable(Outcome outcome) {
        return outcome == Outcome.GIVEN_UP || outcome == Outcome.FAILED;
    }

    /** {@code gen-1: given up: not found}. */
    public static String line(GenerationId id, Outcome outcome, String message) {
        return id + ": " + name(outcome) + ": " + message;
    }

    /** An outcome in words. */
    public static String name(Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> "recorded";
            case REVISED -> "revised";
            case UNCHANGED -> "unchanged";
            case NOT_READY -> "not ready";
            case GIVEN_UP -> "given up";
            case FAILED -> "failed";
        };
    }
}

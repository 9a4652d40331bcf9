package io.genledger.app.cli.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verdicts in words and in numbers. */
final class CollectCounts {

    private CollectCounts() {}

    /** Each verdict with its number, in their order. */
    static String joined(
            CollectSummary summary, String separator, BiFunction<String, Long, String> form) {
        return Stream.of(Outcome.values())
                .map(result -> form.apply(name(result), summary.count(result)))
                .collect(Collectors.joining(separator));
    }

    /** The verdicts that there were, on as little room as can be. */
    static String brief(CollectSummary summary) {
        String counts =
                Stream.of(Outcome.values())
                        .filter(result -> summary.count(result) > 0)
                        .map(result -> "%,d %s".formatted(summary.count(result), name(result)))
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing yet" : counts;
    }

    /** A verdict in words. */
    static String name(Outcome result) {
        return switch (result) {
            case RECORDED -> "recorded";
            case REVISED -> "revised";
            case UNCHANGED -> "unchanged";
            case NOT_READY -> "not ready";
            case GIVEN_UP -> "given up";
            case FAILED -> "failed";
        };
    }

    /** Whether somebody wants to know of this one by its id. */
    static boolean isWorthALine(Outcome result) {
        return result == Outcome.GIVEN_UP || result == Outcome.FAILED;
    }

    /** Why this one needs a line, in one. */
    static String line(GenerationId id, Outcome result, String reason) {
        return id + ": " + name(result) + ": " + reason;
    }
}

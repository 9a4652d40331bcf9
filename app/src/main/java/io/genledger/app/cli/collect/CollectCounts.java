package io.genledger.app.cli.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outcomes in words and in numbers. */
final class CollectCounts {

    private CollectCounts() {}

    /** Each outcome with its count. */
    static String joined(
            CollectSummary summary, String separator, BiFunction<String, Long, String> form) {
        return Stream.of(Outcome.values())
                .map(result -> form.apply(name(result), summary.count(result)))
                .collect(Collectors.joining(separator));
    }

    /** The outcomes that occurred, with their counts. */
    static String brief(CollectSummary summary) {
        String counts =
                Stream.of(Outcome.values())
                        .filter(result -> summary.count(result) > 0)
                        .map(result -> "%,d %s".formatted(summary.count(result), name(result)))
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing yet" : counts;
    }

    /** An outcome in words. */
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

    /** Whether this outcome is notable: its id is named. */
    static boolean isNotable(Outcome result) {
        return result == Outcome.GIVEN_UP || result == Outcome.FAILED;
    }

    /** An id, its outcome and the reason, on one line. */
    static String line(GenerationId id, Outcome result, String reason) {
        return id + ": " + name(result) + ": " + reason;
    }
}

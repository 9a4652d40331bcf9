package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.DurationDistribution;
import io.genledger.adapter.http.simulator.reply.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The actions that alter the reply of the rules below. */
final class AlteringActions {

    static final Map<String, Function<WordReader, Action>> BY_NAME =
            Map.of(
                    "late", AlteringActions::late,
                    "trickle", AlteringActions::trickle,
                    "truncate", words -> cut(words, Reply::truncatedAfter),
                    "reset-after", words -> cut(words, Reply::resetAfter),
                    "stall-after", words -> cut(words, Reply::stallingAfter),
                    "type", AlteringActions::type,
                    "other-id", words -> (below, random) -> Behaviours.ofAnotherId(below),
                    "corrected", words -> (below, random) -> Behaviours.corrected(below));

    private AlteringActions() {}

    private static Action late(WordReader words) {
        DurationDistribution delay =
                words.next(Quantities.DURATION_RANGE, AlteringActions::distribution);
        return (below, random) -> Behaviours.after(delay, random, below);
    }

    /** A duration, or a range of durations with an end. */
    static Optional<DurationDistribution> distribution(String word) {
        return Range.parse(word, Quantities::duration)
                .flatMap(range ->
                        range.to().map(to -> DurationDistribution.between(range.from(), to)));
    }

    private static Action trickle(WordReader words) {
        Duration pause = words.next(Quantities.DURATION, Quantities::positiveDuration);
        return altering(reply -> reply.trickling(pause));
    }

    private static Action cut(WordReader words, BiFunction<Reply, Integer, Reply> how) {
        int bytes = words.next(Quantities.BYTES, Quantities::bytes);
        return altering(reply -> how.apply(reply, bytes));
    }

    private static Action type(WordReader words) {
        String type = words.next("a content type such as text/plain");
        return altering(reply -> reply.altering(response -> response.with("content-type", type)));
    }

    private static Action altering(UnaryOperator<Reply> alteration) {
        return (below, random) -> Behaviours.altering(alteration, below);
    }
}

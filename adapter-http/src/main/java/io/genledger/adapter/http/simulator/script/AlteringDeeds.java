package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.Reply;
import io.genledger.adapter.http.simulator.chance.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Deeds that change the answers of the rules beneath them. */
final class AlteringDeeds {

    static final Map<String, Function<Words, Deed>> BY_NAME =
            Map.of(
                    "late", AlteringDeeds::late,
                    "trickle", AlteringDeeds::trickle,
                    "truncate", words -> cut(words, Reply::truncatedAfter),
                    "reset-after", words -> cut(words, Reply::resetAfter),
                    "stall-after", words -> cut(words, Reply::stallingAfter),
                    "type", AlteringDeeds::type,
                    "other-id", words -> (beneath, draw) -> Behaviours.ofAnotherId(beneath),
                    "corrected", words -> (beneath, draw) -> Behaviours.corrected(beneath));

    private AlteringDeeds() {}

    private static Deed late(Words words) {
        Timing pause = words.next(Figures.SPAN, AlteringDeeds::timing);
        return (beneath, draw) -> Behaviours.after(pause, draw, beneath);
    }

    /** A span of time without an end is no timing. */
    static Optional<Timing> timing(String word) {
        return Span.parse(word, Figures::duration)
                .flatMap(span -> span.to().map(to -> Timing.between(span.from(), to)));
    }

    private static Deed trickle(Words words) {
        Duration pause = words.next(Figures.DURATION, Figures::positiveDuration);
        return replying(reply -> reply.trickling(pause));
    }

    private static Deed cut(Words words, BiFunction<Reply, Integer, Reply> how) {
        int bytes = words.next(Figures.BYTES, Figures::bytes);
        return replying(reply -> how.apply(reply, bytes));
    }

    private static Deed type(Words words) {
        String type = words.next("a content type such as text/plain");
        return replying(reply -> reply.answering(answer -> answer.with("content-type", type)));
    }

    private static Deed replying(UnaryOperator<Reply> alteration) {
        return (beneath, draw) -> Behaviours.replying(alteration, beneath);
    }
}

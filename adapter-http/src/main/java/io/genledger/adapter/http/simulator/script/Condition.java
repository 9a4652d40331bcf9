package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.MetadataRequest;
import io.genledger.adapter.http.simulator.chance.Draw;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * For which requests a rule is meant.
 *
 * <ul>
 *   <li>{@code 5%}: that share of all requests, drawn for each id and attempt
 *   <li>{@code ids 5%}: all requests for that share of ids
 *   <li>{@code id gen-…}: all requests for this id
 *   <li>{@code attempts 1..3}: the first three requests for each id; {@code attempts 2}, {@code
 *       attempts 4..}
 *   <li>{@code requests 500..}: from the 500th request on, for whatever id; {@code requests 1..20
 *       of 100}: the first twenty of every hundred
 *   <li>{@code time 10s..15s}: while the simulator has been running for so long, the end not
 *       included; {@code time 10s..}; {@code time 0s..5s of 1m}: the first five seconds of every
 *       minute
 * </ul>
 */
@FunctionalInterface
interface Condition {

    boolean holds(MetadataRequest request, Draw draw);

    static Condition parse(Words words) {
        Optional<Integer> share = words.optional(Figures::percent);
        if (share.isPresent()) {
            return (request, draw) ->
                    isIn(share.get(), draw.forAttempt(request.id(), request.nth()));
        }
        String expected =
                "a condition: N%, ids N%, id ID, attempts N..N, requests N..N or time D..D";
        String word = words.next(expected);
        return switch (word) {
            case "ids" -> {
                int millionths = words.next(Figures.PERCENT, Figures::percent);
                yield (request, draw) -> isIn(millionths, draw.forId(request.id()));
            }
            case "id" -> {
                String id = words.next("a generation id");
                yield (request, draw) -> request.id().equals(id);
            }
            case "attempts" -> {
                Span<Integer> span = counts(words);
                yield (request, draw) -> span.includes(request.nth());
            }
            case "requests" -> requests(words);
            case "time" -> time(words);
            default -> throw words.wrong("'" + word + "'", expected);
        };
    }

    private static Condition requests(Words words) {
        Span<Integer> span = counts(words);
        if (!words.skip("of")) {
            return (request, draw) ->
                    span.includes((int) Math.min(request.number(), Integer.MAX_VALUE));
        }
        int last = span.to().orElse(span.from());
        int period =
                words.next(
                        "a whole number from " + last + ", where the range ends",
                        word -> Figures.count(word).filter(count -> count >= last));
        return (request, draw) -> span.includes((int) ((request.number() - 1) % period) + 1);
    }

    private static Condition time(Words words) {
        String expected = "a stretch of time such as 10s..15s or 10s..";
        Span<Duration> span =
                words.next(
                        expected,
                        word ->
                                Span.parse(word, Figures::duration)
                                        .filter(found ->
                                                !found.to().equals(Optional.of(found.from()))));
        if (!words.skip("of")) {
            return (request, draw) -> isIn(span, request.since());
        }
        Duration last = span.to().orElse(span.from());
        Duration period =
                words.next(
                        "a duration no shorter than where the stretch ends",
                        word ->
                                Figures.positiveDuration(word)
                                        .filter(time -> time.compareTo(last) >= 0));
        return (request, draw) -> isIn(span, rest(request.since(), period));
    }

    private static Span<Integer> counts(Words words) {
        return words.next(Figures.RANGE, word -> Span.parse(word, Figures::count));
    }

    private static boolean isIn(int millionths, RandomGenerator chance) {
        return chance.nextInt(Figures.MILLION) < millionths;
    }

    private static boolean isIn(Span<Duration> span, Duration time) {
        return span.includes(time) && !span.to().equals(Optional.of(time));
    }

    private static Duration rest(Duration time, Duration period) {
        return time.minus(period.multipliedBy(time.dividedBy(period)));
    }
}

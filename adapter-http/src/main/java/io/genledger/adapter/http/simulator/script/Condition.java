package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.MetadataRequest;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Selects the requests to which a rule applies.
 *
 * <ul>
 *   <li>{@code 5%}: that share of all requests, chosen at random for each id and attempt
 *   <li>{@code ids 5%}: all requests for that share of the ids
 *   <li>{@code id gen-…}: all requests for this id
 *   <li>{@code key TOKEN}: all requests with this bearer token
 *   <li>{@code attempts 1..3}: the first three requests for each id; {@code attempts 2}, {@code
 *       attempts 4..}
 *   <li>{@code requests 500..}: all requests from the 500th on, counted over all ids; {@code
 *       requests 1..20 of 100}: the first twenty of every hundred
 *   <li>{@code time 10s..15s}: requests from 10 s up to, but not including, 15 s after the start of
 *       the simulator; {@code time 10s..}; {@code time 0s..5s of 1m}: the first five seconds of
 *       every minute
 * </ul>
 */
@FunctionalInterface
interface Condition {

    boolean holds(MetadataRequest request, SeededRandom random);

    static Condition parse(WordReader words) {
        Optional<Integer> share = words.optional(Quantities::percent);
        if (share.isPresent()) {
            return (request, random) ->
                    isIn(share.get(), random.forAttempt(request.id(), request.nth()));
        }
        String expected =
                "a condition: N%, ids N%, id ID, key TOKEN, attempts N..N, requests N..N or time"
                        + " D..D";
        String word = words.next(expected);
        return switch (word) {
            case "ids" -> {
                int millionths = words.next(Quantities.PERCENT, Quantities::percent);
                yield (request, random) -> isIn(millionths, random.forId(request.id()));
            }
            case "id" -> {
                String id = words.next("a generation id");
                yield (request, random) -> request.id().equals(id);
            }
            case "key" -> {
                String token = words.next("a bearer token");
                yield (request, random) -> request.token().equals(token);
            }
            case "attempts" -> {
                Range<Integer> range = counts(words);
                yield (request, random) -> range.includes(request.nth());
            }
            case "requests" -> requests(words);
            case "time" -> time(words);
            default -> throw words.wrong("'" + word + "'", expected);
        };
    }

    private static Condition requests(WordReader words) {
        Range<Integer> range = counts(words);
        if (!words.skip("of")) {
            return (request, random) ->
                    range.includes((int) Math.min(request.number(), Integer.MAX_VALUE));
        }
        int last = range.to().orElse(range.from());
        int period =
                words.next(
                        "a whole number from " + last + ", the end of the range, up to 999999999",
                        word -> Quantities.count(word).filter(count -> count >= last));
        return (request, random) -> range.includes((int) ((request.number() - 1) % period) + 1);
    }

    private static Condition time(WordReader words) {
        String expected = "a time range such as 10s..15s or 10s..";
        Range<Duration> range =
                words.next(
                        expected,
                        word ->
                                Range.parse(word, Quantities::duration)
                                        .filter(found ->
                                                !found.to().equals(Optional.of(found.from()))));
        if (!words.skip("of")) {
            return (request, random) -> isIn(range, request.since());
        }
        Duration last = range.to().orElse(range.from());
        Duration period =
                words.next(
                        "a duration not shorter than the end of the time range",
                        word ->
                                Quantities.positiveDuration(word)
                                        .filter(time -> time.compareTo(last) >= 0));
        return (request, random) -> isIn(range, remainder(request.since(), period));
    }

    private static Range<Integer> counts(WordReader words) {
        return words.next(Quantities.RANGE, word -> Range.parse(word, Quantities::count));
    }

    private static boolean isIn(int millionths, RandomGenerator random) {
        return random.nextInt(Quantities.MILLION) < millionths;
    }

    private static boolean isIn(Range<Duration> range, Duration time) {
        return range.includes(time) && !range.to().equals(Optional.of(time));
    }

    private static Duration remainder(Duration time, Duration period) {
        return time.minus(period.multipliedBy(time.dividedBy(period)));
    }
}

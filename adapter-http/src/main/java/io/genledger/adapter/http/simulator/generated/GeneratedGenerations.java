package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.random.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A numbered set of generations that are computed on demand and never stored: an id contains its
 * number, and seed and number determine the document. Models, tokens, finish reasons and costs are
 * distributed as in 2,920 real generations (see the comments of {@code generations.tsv} and {@code
 * models.tsv}); the shares of {@link GenerationKind} are assumed.
 *
 * @param seed equal seeds, counts and times yield equal generations
 * @param count the number of generations, 0 to {@link #MOST}
 * @param start the second in the first id; its fraction is dropped
 * @param apart the time between the starts of two neighbours; zero for all in one second
 */
public record GeneratedGenerations(long seed, long count, Instant start, Duration apart) {

    /** The largest {@code count}. */
    public static final long MOST = 1_000_000_000;

    private static final Pattern SHAPE = Pattern.compile("gen-\\d{10}-[0-9A-Za-z]{20}");
    private static final int TEN_DIGITS = 1_000_000_000;
    private static final long ELEVEN_DIGITS = 10_000_000_000L;

    /**
     * @throws IllegalArgumentException if the count is negative or above {@link #MOST}, or if a
     *     second of an id would not have ten digits (2001 to 2286)
     */
    public GeneratedGenerations {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException(
                    "expected 0 to " + MOST + " generations, found " + count);
        }
        start = start.truncatedTo(ChronoUnit.SECONDS);
        requireTenDigits(start);
        requireTenDigits(start.plus(apart.multipliedBy(Math.max(0, count - 1))));
    }

    /** A set whose ids all contain the second of {@code start}. */
    public static GeneratedGenerations of(long seed, long count, Instant start) {
        return new GeneratedGenerations(seed, count, start, Duration.ZERO);
    }

    /**
     * The generation with this number.
     *
     * @throws IndexOutOfBoundsException if {@code number} is negative or not below {@link #count}
     */
    public GeneratedGeneration at(long number) {
        if (number < 0 || number >= count) {
            throw new IndexOutOfBoundsException(
                    "expected a number from 0 to below " + count + ", found " + number);
        }
        Instant second = start.plus(apart.multipliedBy(number)).truncatedTo(ChronoUnit.SECONDS);
        return new GeneratedGeneration(id(number, second), second, number, seeded());
    }

    /** The generation with this id; empty if this set does not contain it. */
    public Optional<GeneratedGeneration> find(String id) {
        if (!SHAPE.matcher(id).matches()) {
            return Optional.empty();
        }
        long number = new IdCode(seeded()).read(id.substring(id.length() - IdCode.LENGTH));
        return number < count
                ? Optional.of(at(number)).filter(generation -> generation.id().equals(id))
                : Optional.empty();
    }

    /** The document of the generation with this id; empty if this set does not contain it. */
    public Optional<byte[]> document(String id) {
        return find(id).map(GeneratedGeneration::document);
    }

    /** All generations, ordered by number. */
    public Stream<GeneratedGeneration> stream() {
        return LongStream.range(0, count).mapToObj(this::at);
    }

    private String id(long number, Instant second) {
        return "gen-" + second.getEpochSecond() + "-" + new IdCode(seeded()).write(number);
    }

    private SeededRandom seeded() {
        return new SeededRandom(seed);
    }

    private static void requireTenDigits(Instant second) {
        if (second.getEpochSecond() < TEN_DIGITS || second.getEpochSecond() >= ELEVEN_DIGITS) {
            throw new IllegalArgumentException(
                    "expected times from 2001 to 2286, whose seconds have ten digits, found "
                            + second);
        }
    }
}

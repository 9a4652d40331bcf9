package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.chance.Draw;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * So many generations that an account might have had. None is stored: an id tells which of them it
 * is, and number and seed make the document. Models, tokens, finish reasons and costs are
 * distributed as in 2,920 real ones (the tables beside this class say how), the rest by shares of
 * our own.
 *
 * @param seed the same seed, count and times, the same generations
 * @param count how many, up to a thousand million
 * @param start the second in the first id; the part of a second is dropped
 * @param apart how long after one the next begins; zero for all in one second
 */
public record GeneratedGenerations(long seed, long count, Instant start, Duration apart) {

    /** More than any account had. */
    public static final long MOST = 1_000_000_000;

    private static final Pattern SHAPE = Pattern.compile("gen-\\d{10}-[0-9A-Za-z]{20}");
    private static final int TEN_DIGITS = 1_000_000_000;
    private static final long ELEVEN_DIGITS = 10_000_000_000L;

    /**
     * @throws IllegalArgumentException if the count is negative or above {@link #MOST}, or if a
     *     second is not one of ten digits (2001 to 2286)
     */
    public GeneratedGenerations {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("0 to " + MOST + " generations, not " + count);
        }
        start = start.truncatedTo(ChronoUnit.SECONDS);
        requireTenDigits(start);
        requireTenDigits(start.plus(apart.multipliedBy(Math.max(0, count - 1))));
    }

    /** All of them in the second of {@code start}. */
    public static GeneratedGenerations of(long seed, long count, Instant start) {
        return new GeneratedGenerations(seed, count, start, Duration.ZERO);
    }

    /** The generation with this number, from 0 to below {@link #count}. */
    public GeneratedGeneration at(long number) {
        if (number < 0 || number >= count) {
            throw new IndexOutOfBoundsException(number + " of " + count + " generations");
        }
        Instant second = start.plus(apart.multipliedBy(number)).truncatedTo(ChronoUnit.SECONDS);
        return new GeneratedGeneration(id(number, second), second, number, draw());
    }

    /** The generation with this id; empty if it is none of these. */
    public Optional<GeneratedGeneration> find(String id) {
        if (!SHAPE.matcher(id).matches()) {
            return Optional.empty();
        }
        long number = new IdCode(draw()).read(id.substring(id.length() - IdCode.LENGTH));
        return number < count
                ? Optional.of(at(number)).filter(generation -> generation.id().equals(id))
                : Optional.empty();
    }

    /** The document of this id, to be served; empty if it is none of these. */
    public Optional<byte[]> document(String id) {
        return find(id).map(GeneratedGeneration::document);
    }

    /** All of them, in the order of their numbers. */
    public Stream<GeneratedGeneration> stream() {
        return LongStream.range(0, count).mapToObj(this::at);
    }

    private String id(long number, Instant second) {
        return "gen-" + second.getEpochSecond() + "-" + new IdCode(draw()).write(number);
    }

    private Draw draw() {
        return new Draw(seed);
    }

    private static void requireTenDigits(Instant second) {
        if (second.getEpochSecond() < TEN_DIGITS || second.getEpochSecond() >= ELEVEN_DIGITS) {
            throw new IllegalArgumentException(
                    "an id holds a second of ten digits (2001 to 2286), not " + second);
        }
    }
}

package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Values from the edges of what a record may hold, and some from between. */
final class RandomValues {

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "null",
        "0.5",
        "true",
        "Zoë 🙂",
        "\"\\/\b\f\n\r\t",
        "\u0000\u001b[31m\u007f",
        "\u2028\u2029\uFEFF",
        "\ud800",
        "\udc00\ud800",
        "x".repeat(600)
    };

    private static final String[] NAMES = {
        "", "energy_wh", "data", "error", "object", "a.b", "[0]", "Zoë 🙂", "\"\\\n"
    };

    private static final String[] JSON = {
        "null",
        "true",
        "0",
        "-0.0",
        "1.50e-3",
        "6E-8",
        "12345678901234567890.000",
        "\"\"",
        "\"é\\n\\\"\"",
        "[]",
        "{}",
        "[1.0,[{\"a\":null,\"a.b\":[]}],\"\"]",
        "{\"id\":\"other\",\"usage\":1e400}"
    };

    private static final long MOST_COUNTED = 10_000_000_000_000_000L;
    private static final long MOST_DOLLARS = 1_000_000;
    private static final long MOST_MILLISECONDS = 1_000_000_000_000L;
    private static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MILLISECOND = 1_000_000;
    private static final int LAST_STATUS = 999;
    private static final int DRAWN_DIGITS_BITS = 200;

    private final Random random;

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean flag() {
        return random.nextBoolean();
    }

    /** A value, two times of three. */
    <T> Optional<T> maybe(Supplier<T> value) {
        return below(3) > 0 ? Optional.of(value.get()) : Optional.empty();
    }

    /** Does something not at all, once, or twice. */
    void some(Runnable something) {
        for (int times = below(3); times > 0; times--) {
            something.run();
        }
    }

    GenerationId id() {
        return flag()
                ? SampleGenerations.id(random.nextInt(1_000_000))
                : new GenerationId("~!\"\\/{}" + random.nextInt(1_000_000));
    }

    String text() {
        return flag() ? oneOf(TEXTS) : Integer.toString(random.nextInt(), Character.MAX_RADIX);
    }

    String unknownName() {
        return oneOf(NAMES);
    }

    String json() {
        return oneOf(JSON);
    }

    Integer status() {
        return below(LAST_STATUS + 1);
    }

    Long whole() {
        return flag() ? random.nextLong() : flag() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    Long count() {
        return between(0, MOST_COUNTED);
    }

    /** Whole milliseconds as often as finer ones. */
    Duration duration() {
        long millis = between(-MOST_MILLISECONDS, MOST_MILLISECONDS);
        boolean whole = flag() || Math.abs(millis) == MOST_MILLISECONDS;
        return Duration.ofMillis(millis).plusNanos(whole ? 0 : below(NANOS_PER_MILLISECOND));
    }

    Instant moment() {
        return Instant.ofEpochSecond(
                between(FIRST_SECOND, LAST_SECOND), flag() ? 0 : below(NANOS_PER_SECOND));
    }

    UsdAmount amount() {
        int decimals = below(UsdAmount.MAX_DECIMALS + 1);
        BigDecimal most = BigDecimal.valueOf(MOST_DOLLARS);
        BigDecimal drawn =
                switch (below(5)) {
                    case 0 -> BigDecimal.ZERO;
                    case 1 -> most;
                    case 2 -> BigDecimal.ONE.movePointLeft(UsdAmount.MAX_DECIMALS);
                    default ->
                            new BigDecimal(
                                    new BigInteger(DRAWN_DIGITS_BITS, random)
                                            .mod(most.movePointRight(decimals).toBigInteger()),
                                    decimals);
                };
        return new UsdAmount(flag() ? drawn : drawn.negate());
    }

    private long between(long first, long last) {
        return switch (below(4)) {
            case 0 -> first;
            case 1 -> last;
            case 2 -> Math.min(last, Math.max(first, below(1_000)));
            default -> first + Math.floorMod(random.nextLong(), last - first);
        };
    }

    private String oneOf(String[] values) {
        return values[below(values.length)];
    }
}

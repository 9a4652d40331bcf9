package io.genledger.domain.generation;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as OpenRouter states them, in milliseconds (OPENROUTER.md §3.7). */
public final class Milliseconds {

    private static final int SECOND_DIGITS = 3;
    private static final int NANO_DIGITS = 6;

    /** The largest number of seconds whose milliseconds fit a {@code long}. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000 - 1;

    private static final int NANOS_PER_MILLISECOND = 1_000_000;

    private Milliseconds() {}

    /** {@code duration} in milliseconds, as plain decimals. */
    public static String text(Duration duration) {
        if (isWhole(duration)) {
            return Long.toString(duration.toMillis());
        }
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(SECOND_DIGITS)
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Whether {@code duration} is whole milliseconds that fit a {@code long}. */
    private static boolean isWhole(Duration duration) {
        return duration.getNano() % NANOS_PER_MILLISECOND == 0
                && duration.getSeconds() < MOST_SECONDS
                && duration.getSeconds() > -MOST_SECONDS;
    }
}

package io.genledger.domain.generation;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations the way OpenRouter states them. */
final class Milliseconds {

    private static final int SECOND_DIGITS = 3;
    private static final int NANO_DIGITS = 6;

    /** Milliseconds of this many seconds still fit a {@code long}. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000 - 1;

    private static final int NANOS_PER_MILLISECOND = 1_000_000;

    private Milliseconds() {}

    /** Plain decimals. Not by way of nanoseconds, which overflow for a record of 300 years. */
    static String text(Duration duration) {
        if (isWhole(duration)) {
            return Long.toString(duration.toMillis());
        }
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(SECOND_DIGITS)
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The usual case, which needs no BigDecimal. */
    private static boolean isWhole(Duration duration) {
        return duration.getNano() % NANOS_PER_MILLISECOND == 0
                && duration.getSeconds() < MOST_SECONDS
                && duration.getSeconds() > -MOST_SECONDS;
    }
}

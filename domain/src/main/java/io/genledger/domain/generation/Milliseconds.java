package io.genledger.domain.generation;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations the way OpenRouter states them. */
final class Milliseconds {

    private static final int SECOND_DIGITS = 3;
    private static final int NANO_DIGITS = 6;

    private Milliseconds() {}

    /** Plain decimals. Not by way of nanoseconds, which overflow for a record of 300 years. */
    static String text(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(SECOND_DIGITS)
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}

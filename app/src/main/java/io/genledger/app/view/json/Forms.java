package io.genledger.app.view.json;

import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The forms of values that JSON, event lines and text share. */
public final class Forms {

    private static final int MILLISECOND_DIGITS = 3;
    private static final int NANO_DIGITS = 6;
    private static final int FRACTION_DECIMALS = 6;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder()
                    .appendInstant(MILLISECOND_DIGITS)
                    .toFormatter(Locale.ROOT);

    private Forms() {}

    /** ISO 8601, UTC, with exactly three decimals of a second: {@code 2025-08-20T08:02:07.000Z}. */
    public static String instant(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /** Milliseconds, exact. A long of nanoseconds would overflow after 292 years. */
    public static BigDecimal milliseconds(Duration duration) {
        BigDecimal exact =
                BigDecimal.valueOf(duration.getSeconds())
                        .movePointRight(MILLISECOND_DIGITS)
                        .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
        return plain(exact);
    }

    /** A fraction with at most {@value #FRACTION_DECIMALS} decimals, rounded half to even. */
    public static BigDecimal fraction(Ratio ratio) {
        return plain(ratio.rounded(FRACTION_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Dollars per million tokens with at most six decimals, rounded half to even. */
    public static UsdAmount perMillion(TokenPrice price) {
        return price.perMillion(FRACTION_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** {@code GIVEN_UP} as {@code given-up}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Without trailing zeros after the point, and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}

package io.genledger.adapter.json;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * What a single value means. Numbers are read from their own digits, as JSON numbers or in strings,
 * and never pass through binary floating point. Each reading throws {@link
 * UnexpectedValueException} for a value it refuses.
 */
final class Scalars {

    private static final int NANO_DECIMALS = 6;
    private static final int SAFE_LONG_DIGITS = 18;
    private static final int LAST_STATUS = 999;
    private static final String EITHER = "true or false";

    private Scalars() {}

    /** A text; a number or a boolean keeps its own. */
    static String text(WireValue value) {
        if (!value.isScalar()) {
            throw new UnexpectedValueException("a text");
        }
        return value.text();
    }

    /** An id, as {@link GenerationId} allows it. */
    static GenerationId id(WireValue value) {
        String text = text(value);
        try {
            return new GenerationId(text);
        } catch (IllegalArgumentException refused) {
            throw new UnexpectedValueException(
                    "1 to %d printable ASCII characters without spaces"
                            .formatted(GenerationId.MAX_LENGTH));
        }
    }

    /** An amount of US dollars, exact. */
    static UsdAmount amount(WireValue value) {
        BigDecimal dollars = decimal(value, "an amount in US dollars");
        if (dollars.abs().compareTo(Limits.USD) > 0) {
            throw new UnexpectedValueException(
                    "an amount between -%1$,d and %1$,d US dollars"
                            .formatted(Limits.USD.longValueExact()));
        }
        try {
            return new UsdAmount(dollars);
        } catch (IllegalArgumentException tooFine) {
            throw new UnexpectedValueException(
                    "an amount with at most %d decimals".formatted(UsdAmount.MAX_DECIMALS));
        }
    }

    /** A count: {@code 12}, {@code "12"}, {@code 12.0}, {@code 1.2e1}. */
    static long count(WireValue value) {
        return whole(value, 0, Limits.COUNT);
    }

    /** A whole number of either sign. */
    static long whole(WireValue value) {
        return whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** An HTTP status. */
    static int status(WireValue value) {
        return Math.toIntExact(whole(value, 0, LAST_STATUS));
    }

    /** True or false. */
    static Boolean flag(WireValue value) {
        if (!value.isScalar()) {
            throw new UnexpectedValueException(EITHER);
        }
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new UnexpectedValueException(EITHER);
        };
    }

    /** Milliseconds, exact to the nanosecond; what is finer is rounded half-even. */
    static Duration milliseconds(WireValue value) {
        BigDecimal millis = decimal(value, "a time in milliseconds");
        if (millis.abs().compareTo(Limits.MILLISECONDS) > 0) {
            throw new UnexpectedValueException(
                    "a time between -%1$,d and %1$,d milliseconds"
                            .formatted(Limits.MILLISECONDS.longValueExact()));
        }
        if (millis.scale() <= 0) {
            return Duration.ofMillis(millis.longValueExact());
        }
        return isBelowHalfANano(millis)
                ? Duration.ZERO
                : Duration.ofNanos(
                        millis.setScale(NANO_DECIMALS, RoundingMode.HALF_EVEN)
                                .unscaledValue()
                                .longValueExact());
    }

    /** A moment in ISO 8601. */
    static Instant moment(WireValue value) {
        if (value.form() == WireValue.Form.TEXT) {
            Instant moment = IsoTime.parse(value.text());
            if (moment != null) {
                return moment;
            }
        }
        throw new UnexpectedValueException("a time in ISO 8601, e.g. 2026-02-06T18:54:30.040Z");
    }

    /** A moment as completions state it: a Unix second, or ISO 8601. */
    static Instant secondOrMoment(WireValue value) {
        return value.form() == WireValue.Form.NUMBER
                ? Instant.ofEpochSecond(whole(value, 0, Limits.UNIX_SECOND))
                : moment(value);
    }

    private static long whole(WireValue value, long first, long last) {
        String expected =
                first == Long.MIN_VALUE
                        ? "a whole number"
                        : "a whole number from " + first + " to " + last;
        long whole = isShortWhole(value) ? Long.parseLong(value.text()) : exact(value, expected);
        if (whole < first || whole > last) {
            throw new UnexpectedValueException(expected);
        }
        return whole;
    }

    private static long exact(WireValue value, String expected) {
        try {
            return decimal(value, expected).longValueExact();
        } catch (ArithmeticException fractionalOrTooLarge) {
            throw new UnexpectedValueException(expected);
        }
    }

    /** Digits only, and few: the usual case, which needs no BigDecimal. */
    private static boolean isShortWhole(WireValue value) {
        String text = value.text();
        if (value.form() != WireValue.Form.NUMBER || text.length() > SAFE_LONG_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Rounds to nothing; asked first, because rounding 1e-999999999 would fill the memory. */
    private static boolean isBelowHalfANano(BigDecimal millis) {
        return (long) millis.precision() - millis.scale() < -NANO_DECIMALS;
    }

    private static BigDecimal decimal(WireValue value, String expected) {
        if (value.form() != WireValue.Form.NUMBER && !isNumberLike(value)) {
            throw new UnexpectedValueException(expected);
        }
        try {
            BigDecimal decimal = new BigDecimal(value.text());
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal;
        } catch (NumberFormatException notDecimal) {
            throw new UnexpectedValueException(expected);
        }
    }

    /** Asked before BigDecimal, which takes the digits of every script, and any number of them. */
    private static boolean isNumberLike(WireValue value) {
        return value.form() == WireValue.Form.TEXT
                && value.text().length() <= Limits.NUMBER_TEXT
                && value.text().chars().allMatch(c -> "0123456789.-+eE".indexOf(c) >= 0);
    }
}

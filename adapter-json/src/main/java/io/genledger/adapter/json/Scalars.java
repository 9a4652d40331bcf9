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

    private static final int MILLI_DECIMALS = 3;
    private static final int NANO_DECIMALS = 6;
    private static final int LAST_STATUS = 999;
    private static final String EITHER = "true or false";
    private static final String A_WHOLE_NUMBER = "a whole number";

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
        boolean isTrue = value.text().equals("true");
        if (!isTrue && !value.text().equals("false")) {
            throw new UnexpectedValueException(EITHER);
        }
        return isTrue;
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

    /** The text of a duration in milliseconds: plain decimals, every digit. */
    static String millisecondsText(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(MILLI_DECIMALS)
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DECIMALS))
                .stripTrailingZeros()
                .toPlainString();
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
        long whole = value.isWhole() ? value.whole() : exact(value, first, last);
        if (whole < first || whole > last) {
            throw unexpectedWhole(first, last);
        }
        return whole;
    }

    private static long exact(WireValue value, long first, long last) {
        try {
            return decimal(value, A_WHOLE_NUMBER).longValueExact();
        } catch (ArithmeticException | UnexpectedValueException notWhole) {
            throw unexpectedWhole(first, last);
        }
    }

    private static UnexpectedValueException unexpectedWhole(long first, long last) {
        return new UnexpectedValueException(
                first == Long.MIN_VALUE
                        ? A_WHOLE_NUMBER
                        : A_WHOLE_NUMBER + " from " + first + " to " + last);
    }

    /** Rounds to nothing; asked first, because rounding 1e-999999999 would fill the memory. */
    private static boolean isBelowHalfANano(BigDecimal millis) {
        return (long) millis.precision() - millis.scale() < -NANO_DECIMALS;
    }

    private static BigDecimal decimal(WireValue value, String expected) {
        if (value.isWhole()) {
            return BigDecimal.valueOf(value.whole());
        }
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

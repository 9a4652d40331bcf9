package io.genledger.adapter.json.value;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Readings of the scalar at which a parser stands. Numbers are read from their own digits, as JSON
 * numbers or in strings, and never pass through binary floating point. Each reading throws {@link
 * Refusal} for a value it does not accept.
 */
public final class Values {

    private static final int SAFE_LONG_DIGITS = 18;
    private static final int NANO_DECIMALS = 6;
    private static final int LAST_STATUS = 999;
    private static final String A_WHOLE_NUMBER = "a whole number";

    private Values() {}

    /** A text; a number, true and false keep their own. */
    public static String text(JsonParser parser) {
        if (parser.currentToken().isStructStart()) {
            throw Refusal.expected("a text", parser);
        }
        return parser.getString();
    }

    /** An id, as {@link GenerationId} allows it. */
    public static GenerationId id(JsonParser parser) {
        String text = text(parser);
        try {
            return new GenerationId(text);
        } catch (IllegalArgumentException refused) {
            throw Refusal.expected(
                    "1 to %d printable ASCII characters without spaces"
                            .formatted(GenerationId.MAX_LENGTH),
                    parser);
        }
    }

    /** An amount of US dollars, exact. */
    public static UsdAmount amount(JsonParser parser) {
        BigDecimal dollars = decimal(parser, "an amount in US dollars");
        if (dollars.abs().compareTo(Limits.USD) > 0) {
            throw Refusal.expected(
                    "an amount between -%1$,d and %1$,d US dollars"
                            .formatted(Limits.USD.longValueExact()),
                    parser);
        }
        try {
            return new UsdAmount(dollars);
        } catch (IllegalArgumentException tooFine) {
            throw Refusal.expected(
                    "an amount with at most %d decimals".formatted(UsdAmount.MAX_DECIMALS), parser);
        }
    }

    /** A count: {@code 12}, {@code "12"}, {@code 12.0}, {@code 1.2e1}. */
    public static long count(JsonParser parser) {
        return whole(parser, 0, Limits.COUNT);
    }

    /** A whole number of either sign. */
    public static long whole(JsonParser parser) {
        return whole(parser, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** An HTTP status. */
    public static int status(JsonParser parser) {
        return Math.toIntExact(whole(parser, 0, LAST_STATUS));
    }

    /** True or false, also in a string. */
    public static Boolean flag(JsonParser parser) {
        boolean isStruct = parser.currentToken().isStructStart();
        boolean isTrue = !isStruct && parser.getString().equals("true");
        if (!isTrue && (isStruct || !parser.getString().equals("false"))) {
            throw Refusal.expected("true or false", parser);
        }
        return isTrue;
    }

    /** Milliseconds, exact to the nanosecond; finer ones are rounded half-even. */
    public static Duration milliseconds(JsonParser parser) {
        BigDecimal millis = decimal(parser, "a time in milliseconds");
        if (millis.abs().compareTo(Limits.MILLISECONDS) > 0) {
            throw Refusal.expected(
                    "a time between -%1$,d and %1$,d milliseconds"
                            .formatted(Limits.MILLISECONDS.longValueExact()),
                    parser);
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
    public static Instant moment(JsonParser parser) {
        Instant moment =
                parser.hasToken(JsonToken.VALUE_STRING) ? IsoTime.parse(parser.getString()) : null;
        if (moment == null) {
            throw Refusal.expected("a time in ISO 8601, e.g. 2026-02-06T18:54:30.040Z", parser);
        }
        return moment;
    }

    /** A moment as completions state it: a Unix second, or ISO 8601. */
    public static Instant secondOrMoment(JsonParser parser) {
        return parser.currentToken().isNumeric()
                ? Instant.ofEpochSecond(whole(parser, 0, Limits.UNIX_SECOND))
                : moment(parser);
    }

    private static long whole(JsonParser parser, long first, long last) {
        try {
            long whole =
                    isSafeLong(parser)
                            ? parser.getLongValue()
                            : decimal(parser, wholeNumber(first, last)).longValueExact();
            if (whole >= first && whole <= last) {
                return whole;
            }
        } catch (ArithmeticException fractionOrTooLarge) {
            throw Refusal.expected(wholeNumber(first, last), parser);
        }
        throw Refusal.expected(wholeNumber(first, last), parser);
    }

    private static String wholeNumber(long first, long last) {
        return first == Long.MIN_VALUE
                ? A_WHOLE_NUMBER
                : A_WHOLE_NUMBER + " from " + first + " to " + last;
    }

    /** Rounds to zero; asked first, because rounding 1e-999999999 would fill the memory. */
    private static boolean isBelowHalfANano(BigDecimal millis) {
        return (long) millis.precision() - millis.scale() < -NANO_DECIMALS;
    }

    private static BigDecimal decimal(JsonParser parser, String expected) {
        BigDecimal decimal =
                isSafeLong(parser) ? BigDecimal.valueOf(parser.getLongValue()) : parsed(parser);
        if (decimal == null) {
            throw Refusal.expected(expected, parser);
        }
        return decimal;
    }

    private static boolean isSafeLong(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                && parser.getStringLength() <= SAFE_LONG_DIGITS;
    }

    private static @Nullable BigDecimal parsed(JsonParser parser) {
        if (!parser.currentToken().isNumeric() && !isNumberInText(parser)) {
            return null;
        }
        try {
            BigDecimal decimal = new BigDecimal(parser.getString());
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal;
        } catch (NumberFormatException notDecimal) {
            return null;
        }
    }

    /** Asked before BigDecimal, which takes the digits of every script, and any number of them. */
    private static boolean isNumberInText(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_STRING)
                && parser.getStringLength() <= Limits.NUMBER_TEXT
                && parser.getString().chars().allMatch(c -> "0123456789.-+eE".indexOf(c) >= 0);
    }
}

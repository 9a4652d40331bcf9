package io.genledger.adapter.json.value;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the scalar at which a parser stands. Numbers are read from their digits, as JSON numbers or
 * in strings, never as binary floating point (OPENROUTER.md §3.11). Each method throws {@link
 * Refusal} for a value that it does not accept.
 */
public final class Values {

    private static final int SAFE_LONG_DIGITS = 18;
    private static final int NANO_DECIMALS = 6;
    private static final int LAST_STATUS = 999;
    private static final Pattern DECIMAL = Pattern.compile("[0-9.+eE-]+");

    private Values() {}

    /** A text; numbers and flags as they are written. */
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
        BigDecimal dollars = decimal(parser, Limits.USD, "an amount", "US dollars");
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
        String text = parser.currentToken().isStructStart() ? "" : parser.getString();
        if (!text.equals("true") && !text.equals("false")) {
            throw Refusal.expected("true or false", parser);
        }
        return Boolean.valueOf(text);
    }

    /** Milliseconds, exact to the nanosecond; finer ones are rounded half-even. */
    public static Duration milliseconds(JsonParser parser) {
        BigDecimal millis = decimal(parser, Limits.MILLISECONDS, "a time", "milliseconds");
        if (millis.scale() <= 0) {
            return Duration.ofMillis(millis.longValueExact());
        }
        BigDecimal nanos = millis.scaleByPowerOfTen(NANO_DECIMALS);
        // Checked first, because rounding 1e-999999999 would fill the memory.
        boolean isBelowHalf = nanos.precision() < nanos.scale();
        return Duration.ofNanos(
                isBelowHalf ? 0 : nanos.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    /** A moment in ISO 8601. */
    public static Instant moment(JsonParser parser) {
        Instant moment =
                parser.hasToken(JsonToken.VALUE_STRING) ? IsoTime.parse(parser.getString()) : null;
        if (moment == null) {
            throw Refusal.expected("a time in ISO 8601, e.g. 2026-02-06T18:54:30.040Z", parser);
        }
        if (!Limits.contain(moment)) {
            throw Refusal.expected("a time" + Limits.TIMES, parser);
        }
        return moment;
    }

    /** A moment as completions state it: a Unix second, or ISO 8601. */
    public static Instant secondOrMoment(JsonParser parser) {
        return parser.currentToken().isNumeric()
                ? Instant.ofEpochSecond(whole(parser, 0, Limits.LAST_TIME.getEpochSecond()))
                : moment(parser);
    }

    private static long whole(JsonParser parser, long first, long last) {
        long whole;
        try {
            whole = isSafeLong(parser) ? parser.getLongValue() : parsed(parser).longValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw expectedWhole(first, last, parser);
        }
        if (whole < first || whole > last) {
            throw expectedWhole(first, last, parser);
        }
        return whole;
    }

    private static Refusal expectedWhole(long first, long last, JsonParser parser) {
        String range =
                first == Long.MIN_VALUE
                        ? ""
                        : String.format(Locale.ROOT, " from %,d to %,d", first, last);
        return Refusal.expected("a whole number" + range, parser);
    }

    private static BigDecimal decimal(
            JsonParser parser, BigDecimal most, String quantity, String unit) {
        BigDecimal decimal;
        try {
            decimal =
                    isSafeLong(parser) ? BigDecimal.valueOf(parser.getLongValue()) : parsed(parser);
        } catch (NumberFormatException notDecimal) {
            throw Refusal.expected(quantity + " in " + unit, parser);
        }
        if (decimal.abs().compareTo(most) > 0) {
            throw Refusal.expected(
                    String.format(
                            Locale.ROOT,
                            "%1$s between -%3$,d and %3$,d %2$s",
                            quantity,
                            unit,
                            most.longValueExact()),
                    parser);
        }
        return decimal;
    }

    private static boolean isSafeLong(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                && parser.getStringLength() <= SAFE_LONG_DIGITS;
    }

    private static BigDecimal parsed(JsonParser parser) {
        // BigDecimal accepts the digits of every script, and any number of them.
        boolean isNumber =
                parser.currentToken().isNumeric()
                        || (parser.hasToken(JsonToken.VALUE_STRING)
                                && parser.getStringLength() <= Limits.NUMBER_TEXT
                                && DECIMAL.matcher(parser.getString()).matches());
        int length = isNumber ? parser.getStringLength() : 0;
        BigDecimal decimal =
                new BigDecimal(parser.getStringCharacters(), parser.getStringOffset(), length);
        return decimal.signum() == 0 ? BigDecimal.ZERO : decimal;
    }
}

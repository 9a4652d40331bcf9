package io.genledger.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact amount of US dollars, of either sign: refunds and surcharges of the cache are negative
 * (OPENROUTER.md §3.11, §6.1).
 *
 * <p>Trailing zeros carry no meaning, so {@code 1.50} equals {@code 1.5}. There is no factory that
 * takes a {@code double}: a binary fraction has already lost digits.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="amount"}
 *
 * @param value dollars; at most {@value #MAX_DECIMALS} decimals and {@value #MAX_INTEGER_DIGITS}
 *     digits before the point
 */
public record UsdAmount(BigDecimal value) implements Comparable<UsdAmount> {

    /**
     * The most decimals; more than any price has. Without a bound, a hostile exponent fills memory.
     */
    public static final int MAX_DECIMALS = 64;

    /** The most digits before the point; more than any price has. */
    public static final int MAX_INTEGER_DIGITS = 30;

    private static final int MAX_TEXT = 200;

    /** No money. An unknown amount is not zero. */
    public static final UsdAmount ZERO = new UsdAmount(BigDecimal.ZERO);

    /**
     * Drops trailing zeros, so that one amount has one representation.
     *
     * @throws IllegalArgumentException if the amount is outside the bounds of this type
     */
    public UsdAmount {
        if (value.signum() != 0 && (long) value.precision() - value.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException(
                    "an amount has at most " + MAX_INTEGER_DIGITS + " digits before the point");
        }
        // After the check, because dropping the zeros of a larger number overflows its exponent.
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "an amount has at most " + MAX_DECIMALS + " decimals, not " + value.scale());
        }
    }

    /**
     * Reads decimal notation, with or without an exponent: {@code 0.0015}, {@code 6e-8}.
     *
     * @throws IllegalArgumentException if {@code text} is not a decimal number, or is out of bounds
     */
    public static UsdAmount of(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "an amount is written with at most " + MAX_TEXT + " characters");
        }
        try {
            return new UsdAmount(new BigDecimal(text));
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException("not a decimal number: '" + text + "'", notDecimal);
        }
    }

    /**
     * The amount of {@code units} smallest units of {@code 10^-decimals} dollars each.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public static UsdAmount ofUnits(BigInteger units, int decimals) {
        return new UsdAmount(new BigDecimal(units, decimals));
    }

    /**
     * Exact sum.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public UsdAmount plus(UsdAmount other) {
        return new UsdAmount(value.add(other.value));
    }

    /**
     * Exact difference.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public UsdAmount minus(UsdAmount other) {
        return new UsdAmount(value.subtract(other.value));
    }

    /**
     * Exact product, e.g. with 0.8 for a discount of 20 %.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public UsdAmount times(BigDecimal factor) {
        return new UsdAmount(value.multiply(factor));
    }

    /** The same amount with the other sign. */
    public UsdAmount negated() {
        return new UsdAmount(value.negate());
    }

    /** The same amount without its sign. */
    public UsdAmount magnitude() {
        return new UsdAmount(value.abs());
    }

    /** The amount rounded to {@code decimals} decimals by {@code rounding}. */
    public UsdAmount roundedTo(int decimals, RoundingMode rounding) {
        return new UsdAmount(value.setScale(decimals, rounding));
    }

    /**
     * This amount counted in units of {@code 10^-decimals} dollars.
     *
     * @throws ArithmeticException if the amount is finer than that unit
     */
    public BigInteger toUnits(int decimals) {
        return value.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
    }

    /** The number of digits after the point; 0 for whole dollars. */
    public int decimals() {
        return Math.max(0, value.scale());
    }

    /** −1, 0 or 1. */
    public int signum() {
        return value.signum();
    }

    /** Whether the amount is exactly zero. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(UsdAmount other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal digits, never an exponent, never a currency sign: {@code 0.00146375}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}

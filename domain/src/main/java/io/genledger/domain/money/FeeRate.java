package io.genledger.domain.money;

import java.math.BigDecimal;

/**
 * A fee in percent of an amount, exact.
 *
 * @param value 0 to 100, with at most {@value #MAX_DECIMALS} decimals
 */
public record FeeRate(BigDecimal value) implements Comparable<FeeRate> {

    /** The most decimals of a rate; more than any plan has. */
    public static final int MAX_DECIMALS = 6;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** No fee. */
    public static final FeeRate ZERO = new FeeRate(BigDecimal.ZERO);

    /**
     * Drops trailing zeros, so that one rate has one representation.
     *
     * @throws IllegalArgumentException if {@code value} is below 0, above 100 or too fine
     */
    public FeeRate {
        if (value.signum() < 0 || value.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("a percentage is 0 to 100, not " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "a percentage has at most " + MAX_DECIMALS + " decimals, not " + value.scale());
        }
    }

    /**
     * Reads decimal notation: {@code 5}, {@code 5.5}.
     *
     * @throws IllegalArgumentException if {@code text} is not a decimal number from 0 to 100
     */
    public static FeeRate of(String text) {
        try {
            return new FeeRate(new BigDecimal(text));
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException("not a decimal number: '" + text + "'", notDecimal);
        }
    }

    /** The fee on {@code whole}, exact. */
    public BigDecimal of(BigDecimal whole) {
        return whole.multiply(value).movePointLeft(2);
    }

    @Override
    public int compareTo(FeeRate other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal digits and a percent sign: {@code 5%}. */
    @Override
    public String toString() {
        return value.toPlainString() + "%";
    }
}

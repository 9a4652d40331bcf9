package io.genledger.domain.metrics;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * An exact fraction in lowest terms; {@link #rounded} rounds it for display.
 *
 * @param numerator has the sign of the fraction
 * @param denominator 1 or more
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

    private static final int PERCENT = 2;
    private static final int NANO_DIGITS = 9;

    /**
     * Reduces, so that one fraction has one representation.
     *
     * @throws IllegalArgumentException if {@code denominator} is zero
     */
    public Ratio {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("the denominator of a fraction must not be zero");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /**
     * One amount as a part of another.
     *
     * @throws IllegalArgumentException if {@code whole} is zero
     */
    public static Ratio of(UsdAmount part, UsdAmount whole) {
        return of(part.value(), whole.value());
    }

    /**
     * Dollars for each token.
     *
     * @throws IllegalArgumentException if {@code tokens} is zero
     */
    public static Ratio of(UsdAmount amount, TokenCount tokens) {
        return of(amount.value(), BigDecimal.valueOf(tokens.value()));
    }

    /**
     * One count as a part of another.
     *
     * @throws IllegalArgumentException if {@code whole} is zero
     */
    public static Ratio of(TokenCount part, TokenCount whole) {
        return new Ratio(BigInteger.valueOf(part.value()), BigInteger.valueOf(whole.value()));
    }

    /**
     * One time as a part of another.
     *
     * @throws IllegalArgumentException if {@code whole} is zero
     */
    public static Ratio of(Duration part, Duration whole) {
        return of(seconds(part), seconds(whole));
    }

    /**
     * Tokens in each second.
     *
     * @throws IllegalArgumentException if {@code time} is zero
     */
    public static Ratio of(TokenCount tokens, Duration time) {
        return of(BigDecimal.valueOf(tokens.value()), seconds(time));
    }

    /**
     * One number as a part of another.
     *
     * @throws IllegalArgumentException if {@code whole} is zero
     */
    public static Ratio of(BigDecimal part, BigDecimal whole) {
        int scale = Math.max(part.scale(), whole.scale());
        return new Ratio(
                part.setScale(scale).unscaledValue(), whole.setScale(scale).unscaledValue());
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds())
                .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
    }

    /** The decimal number of {@code decimals} decimals, rounded by {@code rounding}. */
    public BigDecimal rounded(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
    }

    /** The same in percent: 25.0 for a quarter with one decimal. */
    public BigDecimal percent(int decimals, RoundingMode rounding) {
        return rounded(decimals + PERCENT, rounding).movePointRight(PERCENT);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    /** The fraction, e.g. {@code 1/4}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}

package io.genledger.adapter.http.simulator.generated;

import java.math.BigDecimal;

/** Picodollars, in which every amount of a generated document is a whole number. */
final class Usd {

    static final int DECIMALS = 12;

    /** JavaScript writes smaller numbers with an exponent, and so does OpenRouter. */
    private static final long SMALLEST_PLAIN = 1_000_000;

    private Usd() {}

    static long pico(String dollars) {
        return new BigDecimal(dollars).movePointRight(DECIMALS).longValueExact();
    }

    static BigDecimal dollars(long pico) {
        return BigDecimal.valueOf(pico, DECIMALS);
    }

    /**
     * As a JSON number, the way OpenRouter writes it: {@code 0}, {@code 0.0000039}, {@code 6e-8}.
     */
    static String json(long pico) {
        if (pico == 0) {
            return "0";
        }
        BigDecimal dollars = dollars(pico).stripTrailingZeros();
        if (Math.abs(pico) >= SMALLEST_PLAIN) {
            return dollars.toPlainString();
        }
        int exponent = dollars.precision() - dollars.scale() - 1;
        return dollars.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}

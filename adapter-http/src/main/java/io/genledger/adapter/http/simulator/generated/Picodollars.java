package io.genledger.adapter.http.simulator.generated;

import java.math.BigDecimal;

/** Converts picodollars, in which every amount of a generated document is a whole number. */
final class Picodollars {

    static final int DECIMALS = 12;

    /**
     * OpenRouter writes smaller amounts with an exponent, as JavaScript does (OPENROUTER.md §3.11).
     */
    private static final long SMALLEST_PLAIN = 1_000_000;

    private Picodollars() {}

    static long pico(String dollars) {
        return new BigDecimal(dollars).movePointRight(DECIMALS).longValueExact();
    }

    static BigDecimal dollars(long pico) {
        return BigDecimal.valueOf(pico, DECIMALS);
    }

    /**
     * The amount in US dollars as OpenRouter writes it in JSON: {@code 0}, {@code 0.0000039},
     * {@code 6e-8}.
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

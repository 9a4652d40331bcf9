package io.genledger.domain.metrics;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of a token.
 *
 * @param dollarsPerToken US dollars for one token
 */
public record TokenPrice(Ratio dollarsPerToken) implements Comparable<TokenPrice> {

    private static final int MILLION = 6;

    /**
     * The price at which {@code tokens} cost {@code amount}.
     *
     * @throws IllegalArgumentException if there are no tokens
     */
    public static TokenPrice of(UsdAmount amount, TokenCount tokens) {
        return new TokenPrice(Ratio.of(amount, tokens));
    }

    /** The price of a million tokens in US dollars, as price lists state it. */
    public UsdAmount perMillion(int decimals, RoundingMode rounding) {
        BigDecimal dollars =
                dollarsPerToken.rounded(decimals + MILLION, rounding).movePointRight(MILLION);
        return new UsdAmount(dollars);
    }

    @Override
    public int compareTo(TokenPrice other) {
        return dollarsPerToken.compareTo(other.dollarsPerToken);
    }
}

package io.genledger.app.cli.render;

import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: thousands separators, and every digit of an amount. */
final class Numbers {

    private static final int FEWEST_DECIMALS = 2;
    private static final int FRACTION_DECIMALS = 6;
    private static final int PRICE_DECIMALS = 6;

    private Numbers() {}

    static String count(long value) {
        return format(0).format(value);
    }

    /** An amount with a dollar sign and as many decimals as it needs. */
    static String dollars(UsdAmount amount) {
        return dollars(amount, Math.max(FEWEST_DECIMALS, amount.decimals()));
    }

    /** An amount with a dollar sign and exactly that many decimals, which must be enough. */
    static String dollars(UsdAmount amount, int decimals) {
        String digits = amount(amount, decimals);
        return digits.startsWith("-") ? "-$" + digits.substring(1) : "$" + digits;
    }

    /** A share in percent, with one decimal: {@code 70.0%}. */
    static String percent(Ratio share) {
        return share.percent(1, RoundingMode.HALF_EVEN).toPlainString() + "%";
    }

    /** So much of something a second, with one decimal. */
    static String rate(Ratio each) {
        return each.rounded(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A fraction as machines read it, with {@value #FRACTION_DECIMALS} decimals at most. */
    static String plain(Ratio fraction) {
        BigDecimal rounded = fraction.rounded(FRACTION_DECIMALS, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros())
                .toPlainString();
    }

    /** What a million tokens cost, with {@value #PRICE_DECIMALS} decimals at most. */
    static UsdAmount perMillionAmount(TokenPrice price) {
        return price.perMillion(PRICE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The same with a dollar sign. */
    static String perMillion(TokenPrice price) {
        return dollars(perMillionAmount(price));
    }

    /** An amount with exactly that many decimals, which must be as many as it needs. */
    static String amount(UsdAmount amount, int decimals) {
        return format(decimals).format(amount.value());
    }

    /** How many decimals a column of {@code amounts} needs. */
    static int decimalsOf(Iterable<UsdAmount> amounts) {
        int decimals = FEWEST_DECIMALS;
        for (UsdAmount amount : amounts) {
            decimals = Math.max(decimals, amount.decimals());
        }
        return decimals;
    }

    private static DecimalFormat format(int decimals) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}

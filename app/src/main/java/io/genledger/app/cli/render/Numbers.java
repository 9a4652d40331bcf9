package io.genledger.app.cli.render;

import io.genledger.app.view.json.Forms;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.UsdAmount;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers for people: thousands separators, and every digit of an amount. */
public final class Numbers {

    private static final int FEWEST_DECIMALS = 2;
    private static final long HALF_A_MILLISECOND = 500_000;

    private Numbers() {}

    /** {@code 1,234,567}. */
    public static String count(long value) {
        return grouped(Long.toString(value));
    }

    /** {@code 1 generation}, {@code 2 generations}. */
    public static String count(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** An amount with a dollar sign and as many decimals as it needs. */
    public static String dollars(UsdAmount amount) {
        return dollars(amount, Math.max(FEWEST_DECIMALS, amount.decimals()));
    }

    /** An amount with a dollar sign and exactly {@code decimals}, which must be enough for it. */
    public static String dollars(UsdAmount amount, int decimals) {
        String digits = amount(amount, decimals);
        return digits.startsWith("-") ? "-$" + digits.substring(1) : "$" + digits;
    }

    /** An amount with exactly {@code decimals}, which must be enough for it. */
    public static String amount(UsdAmount amount, int decimals) {
        return grouped(amount.value().setScale(decimals).toPlainString());
    }

    /** How many decimals a column of {@code amounts} needs. */
    public static int decimalsOf(Iterable<UsdAmount> amounts) {
        int decimals = FEWEST_DECIMALS;
        for (UsdAmount amount : amounts) {
            decimals = Math.max(decimals, amount.decimals());
        }
        return decimals;
    }

    /** A share in percent, with one decimal: {@code 70.0%}. */
    public static String percent(Ratio share) {
        return share.percent(1, RoundingMode.HALF_EVEN).toPlainString() + "%";
    }

    /** A rate, with one decimal: {@code 42.5}. */
    public static String rate(Ratio rate) {
        return rate.rounded(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Milliseconds, rounded to whole ones: {@code 1,234 ms}. */
    public static String milliseconds(Duration duration) {
        return count(duration.plusNanos(HALF_A_MILLISECOND).toMillis()) + " ms";
    }

    /** Dollars per million tokens, with six decimals at most. */
    public static String perMillion(TokenPrice price) {
        return dollars(Forms.perMillion(price));
    }

    /** By hand, since a {@code DecimalFormat} takes longer than all else about a table's cell. */
    private static String grouped(String digits) {
        int first = digits.startsWith("-") ? 1 : 0;
        int point = digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = (point < 0 ? digits.length() : point) - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}

package io.genledger.app.cli.text;

import io.genledger.domain.money.UsdAmount;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: thousands separators, and every digit of an amount. */
final class Numbers {

    private static final int FEWEST_DECIMALS = 2;

    private Numbers() {}

    static String count(long value) {
        return format(0).format(value);
    }

    /** An amount with a dollar sign and as many decimals as it needs. */
    static String dollars(UsdAmount amount) {
        String digits = amount(amount, Math.max(FEWEST_DECIMALS, amount.decimals()));
        return digits.startsWith("-") ? "-$" + digits.substring(1) : "$" + digits;
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

package io.genledger.domain.money;

import java.math.RoundingMode;

/**
 * The precision of a ledger: picodollars, 10^-12 USD. Amounts with more decimals occur: some end in
 * the noise of binary fractions ({@code 0.0018599999999999999}), some are prices ({@code
 * 0.00008333333333333333}, OPENROUTER.md §3.11). A ledger rounds them half-even when it posts them;
 * the archived document keeps every digit.
 */
public final class LedgerPrecision {

    /** Decimals of a dollar that a ledger keeps. */
    public static final int DECIMALS = 12;

    private LedgerPrecision() {}

    /** Whether {@code amount} loses digits when it is posted. */
    public static boolean isTooFine(UsdAmount amount) {
        return amount.decimals() > DECIMALS;
    }

    /** {@code amount} as a ledger posts it. */
    public static UsdAmount posted(UsdAmount amount) {
        return isTooFine(amount) ? amount.roundedTo(DECIMALS, RoundingMode.HALF_EVEN) : amount;
    }
}

package io.genledger.domain.money;

import java.math.RoundingMode;

/**
 * How finely a ledger counts money: in picodollars, 10^-12 USD. Prices need no more; the longer
 * amounts seen on the wire end in the noise of binary fractions ({@code 0.0018599999999999999}).
 * What is finer is rounded half-even at the door; the archived document keeps every digit.
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

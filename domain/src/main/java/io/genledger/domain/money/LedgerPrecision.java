package io.genledger.domain.money;

import java.math.RoundingMode;

/**
 * How finely a ledger counts money: in picodollars, 10^-12 USD, two decimals finer than any amount
 * seen on the wire. What is finer is rounded half-even at the door; the archived document keeps
 * every digit.
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

package io.genledger.domain.cost;

import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The terms under which OpenRouter charges an account for BYOK calls. No record states them, and
 * they differ between accounts, so the caller passes them (OPENROUTER.md §5.2). An allowance in
 * dollars, documented since 2026-08-10 (§5.1), cannot be expressed.
 *
 * @param byokFee OpenRouter's fee in percent of the upstream cost at list price
 * @param byokAllowance the number of BYOK calls in a calendar month, in UTC, that are free of the
 *     fee; 0 or more
 */
public record Plan(FeeRate byokFee, long byokAllowance) {

    /**
     * The public terms since 2025-10-01: 5 %, after a million free requests a month (OPENROUTER.md
     * §5.1). Terms documented on 2026-08-10 replace them from a day that is not known.
     */
    public static final Plan STANDARD = new Plan(FeeRate.of("5"), 1_000_000);

    /** The public terms until 2025-09-30: 5 % of the upstream cost of every call. */
    public static final Plan UNTIL_OCTOBER_2025 = new Plan(FeeRate.of("5"), 0);

    /**
     * @throws IllegalArgumentException if {@code byokAllowance} is negative
     */
    public Plan {
        if (byokAllowance < 0) {
            throw new IllegalArgumentException(
                    "an allowance of BYOK calls is 0 or more, not " + byokAllowance);
        }
    }

    /**
     * The amount by which {@code fee} exceeds the plan's fee on {@code upstream}, rounded to the
     * precision of a ledger (OPENROUTER.md §5.3, noise §3.11). Zero or less if it does not.
     */
    public UsdAmount excessOf(UsdAmount fee, UsdAmount upstream) {
        BigDecimal excess = fee.value().subtract(byokFee.of(upstream.value()));
        return new UsdAmount(excess.setScale(LedgerPrecision.DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Whether no fee is due on an upstream cost of {@code upstream}, even without an allowance. */
    public boolean isFreeOn(UsdAmount upstream) {
        return upstream.isZero() || byokFee.equals(FeeRate.ZERO);
    }

    /** Whether the plan has calls free of the fee. */
    public boolean hasAllowance() {
        return byokAllowance > 0;
    }
}

package io.genledger.domain.cost;

import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The terms under which OpenRouter charges an account for BYOK calls. No record states them, and
 * they differ between accounts, so the caller passes them (OPENROUTER.md §5.2).
 *
 * @param byokFee OpenRouter's fee in percent of the upstream cost at list price
 * @param byokAllowance the part of a month's BYOK calls that is free of the fee
 */
public record Plan(FeeRate byokFee, Allowance byokAllowance) {

    private static final FeeRate FIVE_PERCENT = FeeRate.of("5");

    /**
     * The public terms documented on 2026-08-10: 5 % of the list price above $25,000 of list-price
     * inference a month (OPENROUTER.md §5.1). For an Enterprise account it is $200,000.
     */
    public static final Plan STANDARD =
            new Plan(FIVE_PERCENT, new Allowance.ListPrice(UsdAmount.of("25000")));

    /** The public terms before: 5 %, after a million free requests a month. */
    public static final Plan UNTIL_AUGUST_2026 =
            new Plan(FIVE_PERCENT, new Allowance.Requests(1_000_000));

    /** The public terms until 2025-09-30: 5 % of the upstream cost of every call. */
    public static final Plan UNTIL_OCTOBER_2025 = new Plan(FIVE_PERCENT, Allowance.Requests.NONE);

    /** The same with another fee. */
    public Plan withByokFee(FeeRate other) {
        return new Plan(other, byokAllowance);
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
        return !byokAllowance.isNone();
    }
}

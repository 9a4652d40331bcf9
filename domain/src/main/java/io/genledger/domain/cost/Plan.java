package io.genledger.domain.cost;

import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an account has agreed with OpenRouter about its own keys (BYOK). No record states it, and
 * accounts differ, so the caller passes it (contract.md, "What was really spent").
 *
 * @param byokFee what OpenRouter takes of the upstream cost
 * @param byokAllowance how many own-key requests of a calendar month, in UTC, are free of that fee;
 *     0 or more
 */
public record Plan(FeeRate byokFee, long byokAllowance) {

    /**
     * What every account has had since 2025-10-01: 5 %, after a million free requests a month
     * (openrouter.ai/announcements/1-million-free-byok-requests-per-month).
     */
    public static final Plan STANDARD = new Plan(FeeRate.of("5"), 1_000_000);

    /** What every account had until then: 5 % of every request. */
    public static final Plan UNTIL_OCTOBER_2025 = new Plan(FeeRate.of("5"), 0);

    /**
     * @throws IllegalArgumentException if {@code byokAllowance} is negative
     */
    public Plan {
        if (byokAllowance < 0) {
            throw new IllegalArgumentException(
                    "free own-key requests are 0 or more, not " + byokAllowance);
        }
    }

    /**
     * By how much {@code fee} is higher than the plan's share of {@code upstream}, as finely as a
     * ledger counts: what is finer is the noise of binary fractions. Zero or less if it is not.
     */
    public UsdAmount excessOf(UsdAmount fee, UsdAmount upstream) {
        BigDecimal excess = fee.value().subtract(byokFee.of(upstream.value()));
        return new UsdAmount(excess.setScale(LedgerPrecision.DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Whether a request with an own key that cost {@code upstream} owes no fee by its amount. */
    public boolean asksNoFeeOn(UsdAmount upstream) {
        return upstream.isZero() || byokFee.equals(FeeRate.ZERO);
    }

    /** Whether some requests with an own key are free of the fee. */
    public boolean hasAllowance() {
        return byokAllowance > 0;
    }
}

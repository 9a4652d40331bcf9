package io.genledger.app.view.generation;

import io.genledger.domain.money.BillingMode;
import io.genledger.domain.report.SpendTotals;
import java.util.Optional;

/** How an upstream cost is known. */
public enum CostBasis {
    /**
     * OpenRouter's estimate at the provider's list price. It is not the provider's bill, which may
     * have discounts (OPENROUTER.md §4.3).
     */
    LIST_PRICE_ESTIMATE;

    /** The basis of the upstream cost in {@code totals}; empty if none is known. */
    public static Optional<CostBasis> of(SpendTotals totals) {
        return totals.byokUpstream().isZero() ? Optional.empty() : Optional.of(LIST_PRICE_ESTIMATE);
    }

    /** The basis of the upstream cost of a call that is billed in {@code mode}. */
    static Optional<CostBasis> of(BillingMode mode) {
        return mode == BillingMode.BYOK ? Optional.of(LIST_PRICE_ESTIMATE) : Optional.empty();
    }
}

package io.genledger.app.view.generation;

/** How an upstream cost is known. */
public enum CostBasis {
    /**
     * OpenRouter's estimate at the provider's list price. It is not the provider's bill, which may
     * have discounts (OPENROUTER.md §4.3).
     */
    LIST_PRICE_ESTIMATE
}

package io.genledger.domain.money;

/** Who bills the model's tokens (OPENROUTER.md §4.1). */
public enum BillingMode {
    /** OpenRouter, from the account's credits. */
    CREDITS,
    /** The provider, to the account's own key there; OpenRouter takes at most a fee. */
    BYOK
}

package io.genledger.domain.money;

/** Who bills the model's tokens. */
public enum BillingMode {
    /** OpenRouter, from the account's credits. */
    CREDITS,
    /** The provider, to the account's own key there (BYOK); OpenRouter takes at most a fee. */
    BYOK
}

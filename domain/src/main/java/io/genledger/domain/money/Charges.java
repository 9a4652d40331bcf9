package io.genledger.domain.money;

import java.util.Optional;

/**
 * The money as OpenRouter states it, before any rule has judged it (contract.md, "What was really
 * spent").
 *
 * @param byok {@code is_byok}: whether the account's own key at the provider was used
 * @param usage {@code usage}: what was taken from the account's credits
 * @param totalCost {@code total_cost}: the same as {@code usage}, digit for digit, wherever both
 *     were seen
 * @param upstreamInferenceCost {@code upstream_inference_cost}: what the provider bills to the own
 *     key; for credit requests 0 or a repetition of {@code usage}
 * @param cacheDiscount {@code cache_discount}: positive where caching saved, negative where writing
 *     the cache cost extra; already part of {@code usage}
 */
public record Charges(
        Optional<Boolean> byok,
        Optional<UsdAmount> usage,
        Optional<UsdAmount> totalCost,
        Optional<UsdAmount> upstreamInferenceCost,
        Optional<UsdAmount> cacheDiscount) {

    /** Nothing was reported. */
    public static final Charges UNREPORTED =
            new Charges(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** A request that OpenRouter billed, by its {@code usage}. */
    public static Charges ofCredits(UsdAmount usage) {
        return new Charges(
                Optional.of(false),
                Optional.of(usage),
                Optional.of(usage),
                Optional.empty(),
                Optional.empty());
    }

    /** A request with an own key: OpenRouter's fee, and what the provider billed. */
    public static Charges ofByok(UsdAmount fee, UsdAmount upstream) {
        return new Charges(
                Optional.of(true),
                Optional.of(fee),
                Optional.of(fee),
                Optional.of(upstream),
                Optional.empty());
    }

    /** The same with another {@code total_cost}. */
    public Charges withTotalCost(UsdAmount cost) {
        return new Charges(byok, usage, Optional.of(cost), upstreamInferenceCost, cacheDiscount);
    }

    /** The same with another {@code upstream_inference_cost}. */
    public Charges withUpstreamInferenceCost(UsdAmount cost) {
        return new Charges(byok, usage, totalCost, Optional.of(cost), cacheDiscount);
    }

    /** The same with another {@code cache_discount}. */
    public Charges withCacheDiscount(UsdAmount discount) {
        return new Charges(byok, usage, totalCost, upstreamInferenceCost, Optional.of(discount));
    }

    /** Who billed the model's tokens: {@link BillingMode#BYOK} exactly if {@link #usedByok}. */
    public BillingMode billingMode() {
        return usedByok() ? BillingMode.BYOK : BillingMode.CREDITS;
    }

    /**
     * Whether the call used the account's own key. Records of 2024 do not state it, and BYOK did
     * not exist then (OPENROUTER.md §3.10).
     */
    public boolean usedByok() {
        return byok.orElse(false);
    }

    /**
     * The credits taken: {@code usage}, or {@code total_cost} where {@code usage} is not stated, as
     * OPENROUTER.md §3.10 assumes; empty if neither is.
     */
    public Optional<UsdAmount> credits() {
        return usage.or(() -> totalCost);
    }
}

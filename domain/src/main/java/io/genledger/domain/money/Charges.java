package io.genledger.domain.money;

import java.util.Optional;

/**
 * The amounts as OpenRouter states them (OPENROUTER.md §3.10). A spend rule adds them up (§4.1).
 *
 * @param byok {@code is_byok}: whether the call used the account's own key at the provider (BYOK)
 * @param usage {@code usage}: the credits charged
 * @param totalCost {@code total_cost}: equal to {@code usage} in every recording with both
 * @param upstreamInferenceCost {@code upstream_inference_cost}: with BYOK the upstream cost at list
 *     price, which is an estimate (§4.3); without BYOK 0 or a repetition of {@code usage}
 * @param cacheDiscount {@code cache_discount}: saved by the prompt cache (positive), or the
 *     surcharge for writing to it (negative); already part of {@code usage}
 */
public record Charges(
        Optional<Boolean> byok,
        Optional<UsdAmount> usage,
        Optional<UsdAmount> totalCost,
        Optional<UsdAmount> upstreamInferenceCost,
        Optional<UsdAmount> cacheDiscount) {

    /** No field is stated. */
    public static final Charges UNREPORTED =
            new Charges(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The charges of a call paid from credits. */
    public static Charges ofCredits(UsdAmount usage) {
        return new Charges(
                Optional.of(false),
                Optional.of(usage),
                Optional.of(usage),
                Optional.empty(),
                Optional.empty());
    }

    /** The charges of a BYOK call: OpenRouter's fee and the upstream cost. */
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

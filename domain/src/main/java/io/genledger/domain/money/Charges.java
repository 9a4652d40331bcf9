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

    /** The same with another {@code cache_discount}. */
    public Charges withCacheDiscount(UsdAmount discount) {
        return new Charges(byok, usage, totalCost, upstreamInferenceCost, Optional.of(discount));
    }

    /** Who is billed; records of 2024 do not say, and knew credits only. */
    public BillingMode billingMode() {
        return byok.orElse(false) ? BillingMode.BYOK : BillingMode.CREDITS;
    }

    /** What was taken from credits; the total cost stands in for a usage that was not reported. */
    public Optional<UsdAmount> credits() {
        return usage.or(() -> totalCost);
    }
}

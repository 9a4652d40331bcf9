package io.genledger.app.view.generation;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/**
 * The amounts of one generation, in US dollars; an empty one is unknown.
 *
 * @param byok whether the caller's own key was used (BYOK)
 * @param spend sum of credits and upstream cost
 * @param spendUnknown why the spend is unknown; empty if it is known
 * @param credits amount charged to the account
 * @param byokFee the part of {@code credits} that is OpenRouter's fee for BYOK; zero without BYOK
 * @param byokUpstream upstream cost on the caller's own key; zero without BYOK
 * @param basis how the upstream cost is known; empty without BYOK
 * @param cacheDiscount amount saved (positive) or added (negative) by prompt caching
 * @param withoutCache the spend without prompt caching
 */
public record MoneyView(
        boolean byok,
        Optional<UsdAmount> spend,
        Optional<ReasonView> spendUnknown,
        Optional<UsdAmount> credits,
        Optional<UsdAmount> byokFee,
        Optional<UsdAmount> byokUpstream,
        Optional<CostBasis> basis,
        Optional<UsdAmount> cacheDiscount,
        Optional<UsdAmount> withoutCache) {

    /** The amounts of {@code generation}, whose spend is {@code spend}. */
    static MoneyView of(Generation generation, Spend spend) {
        return spend.fold(MoneyView::known, unknown -> unknown(generation, unknown));
    }

    private static MoneyView known(Spend.Known spend) {
        return new MoneyView(
                spend.mode() == BillingMode.BYOK,
                Optional.of(spend.amount()),
                Optional.empty(),
                Optional.of(spend.credits()),
                Optional.of(spend.byokFee()),
                Optional.of(spend.byokUpstream()),
                CostBasis.of(spend.mode()),
                spend.cacheDiscount(),
                spend.withoutCache());
    }

    private static MoneyView unknown(Generation generation, Spend.Unknown spend) {
        return new MoneyView(
                spend.mode() == BillingMode.BYOK,
                Optional.empty(),
                Optional.of(ReasonView.of(spend.reason(), generation)),
                spend.credits(),
                spend.knownByokFee(),
                spend.byokUpstream(),
                CostBasis.of(spend.mode()),
                generation.charges().cacheDiscount(),
                Optional.empty());
    }
}

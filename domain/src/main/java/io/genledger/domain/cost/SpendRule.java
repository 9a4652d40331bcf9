package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the spend of a generation follows from its record. A rule must be pure: the same generation
 * always has the same spend.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="spend"}
 */
@FunctionalInterface
public interface SpendRule {

    /** The spend of {@code generation}, or why it is unknown. */
    Spend spendOf(Generation generation);

    /**
     * OpenRouter's own rule (OPENROUTER.md §4.1): the credits charged, and with BYOK the stated
     * upstream cost on top. Only {@code is_byok} decides, because newer records that were paid from
     * credits repeat their {@code usage} as upstream cost, and adding it would double the bill.
     * Activity rows and Broadcast need not state BYOK; their spend is then unknown, unless they
     * state an upstream cost of 0 (OPENROUTER.md §4.4).
     */
    SpendRule OPENROUTER =
            generation ->
                    mayBeByok(generation)
                            ? new Spend.Unknown(
                                    Spend.Reason.BYOK_NOT_STATED,
                                    BillingMode.CREDITS,
                                    generation.charges().credits(),
                                    Optional.empty())
                            : spendOf(
                                    generation.charges(),
                                    generation.charges().upstreamInferenceCost(),
                                    Spend.Reason.NO_UPSTREAM_COST_STATED);

    /**
     * {@link #OPENROUTER} with the caller's prices for BYOK calls, in place of the record's
     * estimate at list price (OPENROUTER.md §4.3).
     *
     * {@snippet class="io.genledger.domain.ExamplesTest" region="contract"}
     *
     * @param contract what the provider bills for a generation; empty if the contract has no price
     *     for it, which makes its spend unknown
     */
    static SpendRule pricingByok(Function<Generation, Optional<UsdAmount>> contract) {
        return generation ->
                generation.charges().usedByok()
                        ? spendOf(
                                generation.charges(),
                                contract.apply(generation),
                                Spend.Reason.NO_PRICE_IN_CONTRACT)
                        : OPENROUTER.spendOf(generation);
    }

    private static boolean mayBeByok(Generation generation) {
        Charges charges = generation.charges();
        return generation.shape().kind().mayOmitByok()
                && charges.byok().isEmpty()
                && charges.upstreamInferenceCost().filter(UsdAmount::isZero).isEmpty();
    }

    private static Spend spendOf(
            Charges charges, Optional<UsdAmount> upstream, Spend.Reason withoutUpstream) {
        BillingMode mode = charges.billingMode();
        Optional<UsdAmount> billed = charges.usedByok() ? upstream : Optional.of(UsdAmount.ZERO);
        if (billed.isEmpty()) {
            return new Spend.Unknown(withoutUpstream, mode, charges.credits(), billed);
        }
        return charges.credits()
                .<Spend>map(credits ->
                        new Spend.Known(mode, credits, billed.get(), charges.cacheDiscount()))
                .orElseGet(() ->
                        new Spend.Unknown(
                                Spend.Reason.NO_CHARGE_STATED, mode, Optional.empty(), billed));
    }
}

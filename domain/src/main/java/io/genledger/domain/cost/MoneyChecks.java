package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Amounts that contradict one another, or the account's plan. They are compared as finely as a
 * ledger counts: what is finer is the noise of binary fractions.
 */
final class MoneyChecks {

    private MoneyChecks() {}

    /** Looks at the amounts that are posted, each once. */
    static Optional<Suspicion> amountsFinerThanLedger(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        Set<MetadataField> finer = EnumSet.noneOf(MetadataField.class);
        UsdAmount rounded =
                roundedOff(charges.credits(), creditsField(charges), finer)
                        .plus(
                                roundedOff(
                                        charges.cacheDiscount(),
                                        MetadataField.CACHE_DISCOUNT,
                                        finer));
        if (usedOwnKey(charges)) {
            rounded =
                    rounded.plus(
                            roundedOff(
                                    charges.upstreamInferenceCost(),
                                    MetadataField.UPSTREAM_INFERENCE_COST,
                                    finer));
        }
        return finer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Suspicion(finer, Optional.of(rounded)));
    }

    static Optional<Suspicion> totalCostDiffers(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        return difference(charges.usage(), charges.totalCost())
                .filter(apart -> !apart.isZero())
                .flatMap(apart ->
                        Suspicion.costing(apart, MetadataField.USAGE, MetadataField.TOTAL_COST));
    }

    static Optional<Suspicion> upstreamExceedsCredits(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        return difference(charges.upstreamInferenceCost(), charges.credits())
                .filter(excess -> excess.signum() > 0 && !usedOwnKey(charges))
                .flatMap(excess ->
                        Suspicion.costing(
                                excess,
                                MetadataField.IS_BYOK,
                                creditsField(charges),
                                MetadataField.UPSTREAM_INFERENCE_COST));
    }

    static Optional<Suspicion> negativeUsage(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        if (isNegative(charges.credits())) {
            return Suspicion.costing(charges.credits().get(), creditsField(charges));
        }
        return usedOwnKey(charges) && isNegative(charges.upstreamInferenceCost())
                ? Suspicion.costing(
                        charges.upstreamInferenceCost().get(),
                        MetadataField.UPSTREAM_INFERENCE_COST)
                : Optional.empty();
    }

    static Optional<Suspicion> spendUnknown(Generation generation, Expectations any) {
        return SpendRule.OPENROUTER
                .spendOf(generation.charges())
                .fold(
                        known -> Optional.empty(),
                        unknown ->
                                unknown.reason() == Spend.Reason.NO_UPSTREAM_COST_STATED
                                        ? Suspicion.ofUnknown(
                                                MetadataField.IS_BYOK,
                                                MetadataField.UPSTREAM_INFERENCE_COST)
                                        : Suspicion.ofUnknown(
                                                MetadataField.USAGE, MetadataField.TOTAL_COST));
    }

    /**
     * Web search and fetches are paid from credits also where the model is not, so a request that
     * used them may well have paid more than the fee.
     */
    static Optional<Suspicion> ownKeyFeeAbovePlan(
            Generation generation, Expectations expectations) {
        Charges charges = generation.charges();
        Optional<UsdAmount> upstream = charges.upstreamInferenceCost();
        if (!usedOwnKey(charges)
                || charges.credits().isEmpty()
                || upstream.isEmpty()
                || isNegative(upstream)
                || ZeroChecks.mayHaveUsedTools(generation)) {
            return Optional.empty();
        }
        UsdAmount excess =
                expectations.planOf(generation).excessOf(charges.credits().get(), upstream.get());
        return excess.signum() <= 0
                ? Optional.empty()
                : Suspicion.costing(
                        excess,
                        MetadataField.IS_BYOK,
                        creditsField(charges),
                        MetadataField.UPSTREAM_INFERENCE_COST);
    }

    /** Where {@link Charges#credits} is stated. */
    static MetadataField creditsField(Charges charges) {
        return charges.usage().isEmpty() && charges.totalCost().isPresent()
                ? MetadataField.TOTAL_COST
                : MetadataField.USAGE;
    }

    private static boolean usedOwnKey(Charges charges) {
        return charges.billingMode() == BillingMode.OWN_KEY;
    }

    private static boolean isNegative(Optional<UsdAmount> amount) {
        return amount.isPresent() && amount.get().signum() < 0;
    }

    private static Optional<UsdAmount> difference(
            Optional<UsdAmount> one, Optional<UsdAmount> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(LedgerPrecision.posted(one.get().minus(other.get())))
                : Optional.empty();
    }

    /** How much is lost of an amount when it is posted; if so, its field is noted. */
    private static UsdAmount roundedOff(
            Optional<UsdAmount> amount, MetadataField field, Set<MetadataField> finer) {
        if (amount.isEmpty() || !LedgerPrecision.isTooFine(amount.get())) {
            return UsdAmount.ZERO;
        }
        finer.add(field);
        return amount.get().minus(LedgerPrecision.posted(amount.get())).magnitude();
    }
}

package io.genledger.domain.finding;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
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
    static Optional<Evidence> amountsFinerThanLedger(
            Generation generation, Expectations expectations) {
        Charges charges = generation.charges();
        Spend spend = expectations.spendRule().spendOf(generation);
        Set<MetadataField> finer = EnumSet.noneOf(MetadataField.class);
        UsdAmount rounded =
                roundedOff(spend.knownCredits(), creditsField(charges), finer)
                        .plus(
                                roundedOff(
                                        charges.cacheDiscount(),
                                        MetadataField.CACHE_DISCOUNT,
                                        finer))
                        .plus(
                                roundedOff(
                                        spend.knownByokUpstream(),
                                        MetadataField.UPSTREAM_INFERENCE_COST,
                                        finer));
        return finer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(finer, Optional.of(rounded)));
    }

    static Optional<Evidence> totalCostDiffers(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        return difference(charges.usage(), charges.totalCost())
                .filter(apart -> !apart.isZero())
                .flatMap(apart ->
                        Evidence.costing(apart, MetadataField.USAGE, MetadataField.TOTAL_COST));
    }

    static Optional<Evidence> upstreamExceedsCredits(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        return difference(charges.upstreamInferenceCost(), charges.credits())
                .filter(excess -> excess.signum() > 0 && !charges.usedByok())
                .flatMap(excess ->
                        Evidence.costing(
                                excess,
                                MetadataField.IS_BYOK,
                                creditsField(charges),
                                MetadataField.UPSTREAM_INFERENCE_COST));
    }

    static Optional<Evidence> negativeUsage(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        if (isNegative(charges.credits())) {
            return Evidence.costing(charges.credits().get(), creditsField(charges));
        }
        return charges.usedByok() && isNegative(charges.upstreamInferenceCost())
                ? Evidence.costing(
                        charges.upstreamInferenceCost().get(),
                        MetadataField.UPSTREAM_INFERENCE_COST)
                : Optional.empty();
    }

    static Optional<Evidence> spendUnknown(Generation generation, Expectations expectations) {
        return expectations
                .spendRule()
                .spendOf(generation)
                .fold(
                        known -> Optional.empty(),
                        unknown -> Evidence.ofUnknown(unknown.reason().evidence()));
    }

    /**
     * Web search and fetches are paid from credits also where the model is not, so a request that
     * used them may well have paid more than the fee.
     */
    static Optional<Evidence> byokFeeAbovePlan(Generation generation, Expectations expectations) {
        Charges charges = generation.charges();
        Optional<UsdAmount> upstream = charges.upstreamInferenceCost();
        if (!charges.usedByok()
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
                : Evidence.costing(
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

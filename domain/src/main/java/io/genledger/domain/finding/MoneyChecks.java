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
 * Checks for amounts that contradict one another or the account's plan. Differences below a
 * ledger's precision do not count: they are the noise of binary fractions (OPENROUTER.md §3.11).
 */
final class MoneyChecks {

    private MoneyChecks() {}

    /** Checks the amounts that a ledger posts. */
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
                .filter(difference -> !difference.isZero())
                .flatMap(difference ->
                        Evidence.costing(
                                difference, MetadataField.USAGE, MetadataField.TOTAL_COST));
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

    static Optional<Evidence> byokFeeAbovePlan(Generation generation, Expectations expectations) {
        Charges charges = generation.charges();
        Optional<UsdAmount> upstream = charges.upstreamInferenceCost();
        if (!isJudgedFee(generation, expectations) || upstream.isEmpty() || isNegative(upstream)) {
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

    static Optional<Evidence> byokFeeWithinAllowance(
            Generation generation, Expectations expectations) {
        Optional<UsdAmount> fee = generation.charges().credits();
        return isJudgedFee(generation, expectations)
                        && fee.get().signum() > 0
                        && expectations.allowanceLastsFor(generation)
                ? Evidence.costing(
                        fee.get(),
                        MetadataField.IS_BYOK,
                        creditsField(generation.charges()),
                        MetadataField.UPSTREAM_INFERENCE_COST)
                : Optional.empty();
    }

    /**
     * Whether the credits of a BYOK call are a fee that can be judged. They are not if it may have
     * used tools, which are paid from credits, too (OPENROUTER.md §4.6), or if the plan changed
     * within the month (§5.2).
     */
    private static boolean isJudgedFee(Generation generation, Expectations expectations) {
        return generation.charges().usedByok()
                && generation.charges().credits().isPresent()
                && !ZeroChecks.mayHaveUsedTools(generation)
                && expectations.plans().judgesFeesAt(generation.created().at());
    }

    /** The field that states {@link Charges#credits}. */
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

    /**
     * The part of {@code amount} that is lost when it is posted. Adds {@code field} to {@code
     * finer} if digits are lost.
     */
    private static UsdAmount roundedOff(
            Optional<UsdAmount> amount, MetadataField field, Set<MetadataField> finer) {
        if (amount.isEmpty() || !LedgerPrecision.isTooFine(amount.get())) {
            return UsdAmount.ZERO;
        }
        finer.add(field);
        return amount.get().minus(LedgerPrecision.posted(amount.get())).magnitude();
    }
}

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

/** Amounts that contradict one another, or the account's plan. */
final class MoneyChecks {

    private MoneyChecks() {}

    static Optional<Suspicion> amountsFinerThanLedger(Generation generation, Expectations any) {
        Charges charges = generation.charges();
        Set<MetadataField> finer = EnumSet.noneOf(MetadataField.class);
        UsdAmount rounded =
                UsdAmount.ZERO
                        .plus(roundedOff(charges.usage(), MetadataField.USAGE, finer))
                        .plus(roundedOff(charges.totalCost(), MetadataField.TOTAL_COST, finer))
                        .plus(
                                roundedOff(
                                        charges.upstreamInferenceCost(),
                                        MetadataField.UPSTREAM_INFERENCE_COST,
                                        finer))
                        .plus(
                                roundedOff(
                                        charges.cacheDiscount(),
                                        MetadataField.CACHE_DISCOUNT,
                                        finer));
        return finer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Suspicion(finer, Optional.of(rounded)));
    }

    static Optional<Suspicion> totalCostDiffers(Generation generation, Expectations any) {
        Optional<UsdAmount> usage = generation.charges().usage();
        Optional<UsdAmount> total = generation.charges().totalCost();
        return usage.isEmpty() || total.isEmpty() || usage.equals(total)
                ? Optional.empty()
                : Suspicion.about(
                        Optional.of(usage.get().minus(total.get())),
                        MetadataField.USAGE,
                        MetadataField.TOTAL_COST);
    }

    static Optional<Suspicion> upstreamExceedsCredits(Generation generation, Expectations any) {
        Optional<UsdAmount> upstream = generation.charges().upstreamInferenceCost();
        Optional<UsdAmount> credits = generation.charges().credits();
        return usedOwnKey(generation) || !Compared.exceeds(upstream, credits)
                ? Optional.empty()
                : Suspicion.about(
                        Optional.of(upstream.get().minus(credits.get())),
                        MetadataField.IS_BYOK,
                        MetadataField.USAGE,
                        MetadataField.UPSTREAM_INFERENCE_COST);
    }

    static Optional<Suspicion> negativeUsage(Generation generation, Expectations any) {
        Optional<UsdAmount> usage = generation.charges().usage();
        return usage.isPresent() && usage.get().signum() < 0
                ? Suspicion.about(usage, MetadataField.USAGE)
                : Optional.empty();
    }

    static Optional<Suspicion> spendUnknown(Generation generation, Expectations any) {
        Spend spend = SpendRule.OPENROUTER.spendOf(generation.charges());
        return spend.fold(
                known -> Optional.empty(),
                unknown ->
                        unknown.reason() == Spend.Reason.NO_UPSTREAM_COST_STATED
                                ? Suspicion.about(
                                        MetadataField.IS_BYOK,
                                        MetadataField.UPSTREAM_INFERENCE_COST)
                                : Suspicion.about(MetadataField.USAGE, MetadataField.TOTAL_COST));
    }

    /**
     * Web search and fetches are paid from credits also where the model is not, so a request that
     * used them may well have paid more than the fee. What is finer than a ledger counts is the
     * noise of binary fractions.
     */
    static Optional<Suspicion> ownKeyFeeAbovePlan(
            Generation generation, Expectations expectations) {
        Charges charges = generation.charges();
        if (!usedOwnKey(generation)
                || charges.credits().isEmpty()
                || charges.upstreamInferenceCost().isEmpty()
                || ZeroChecks.usedTools(generation.media())) {
            return Optional.empty();
        }
        UsdAmount highest = expectations.plan().highestFeeOn(charges.upstreamInferenceCost().get());
        UsdAmount excess = LedgerPrecision.posted(charges.credits().get().minus(highest));
        return excess.signum() <= 0
                ? Optional.empty()
                : Suspicion.about(
                        Optional.of(excess),
                        MetadataField.IS_BYOK,
                        MetadataField.USAGE,
                        MetadataField.UPSTREAM_INFERENCE_COST);
    }

    private static boolean usedOwnKey(Generation generation) {
        return generation.charges().billingMode() == BillingMode.OWN_KEY;
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

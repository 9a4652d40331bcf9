package io.genledger.domain.cost;

import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;

/**
 * How the spend of a generation follows from the money its record states.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="spend"}
 */
@FunctionalInterface
public interface SpendRule {

    /** The spend, or why it is unknown. */
    Spend spendOf(Charges charges);

    /**
     * OpenRouter's own rule (contract.md, "What was really spent"): credits charged, plus the
     * upstream cost where the own key was used. Keyed on {@code is_byok} alone, because newer
     * credit records repeat their usage as upstream cost, and adding it would double the bill.
     */
    SpendRule OPENROUTER =
            charges ->
                    charges.billingMode() == BillingMode.BYOK
                            ? byokSpend(charges)
                            : creditSpend(charges);

    private static Spend creditSpend(Charges charges) {
        return charges.credits().isPresent()
                ? known(charges, charges.credits().get(), UsdAmount.ZERO)
                : unknown(Spend.Reason.NO_CHARGE_STATED, charges);
    }

    private static Spend byokSpend(Charges charges) {
        if (charges.upstreamInferenceCost().isEmpty()) {
            return unknown(Spend.Reason.NO_UPSTREAM_COST_STATED, charges);
        }
        return charges.credits().isPresent()
                ? known(charges, charges.credits().get(), charges.upstreamInferenceCost().get())
                : unknown(Spend.Reason.NO_CHARGE_STATED, charges);
    }

    private static Spend known(Charges charges, UsdAmount credits, UsdAmount upstream) {
        return new Spend.Known(charges.billingMode(), credits, upstream, charges.cacheDiscount());
    }

    private static Spend unknown(Spend.Reason reason, Charges charges) {
        boolean byok = charges.billingMode() == BillingMode.BYOK;
        return new Spend.Unknown(
                reason,
                charges.billingMode(),
                charges.credits(),
                charges.upstreamInferenceCost().filter(upstream -> byok));
    }
}

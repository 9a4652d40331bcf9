package io.genledger.app.option.plan;

import io.genledger.app.option.convert.PercentConverter;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.money.FeeRate;
import io.genledger.ports.ledger.admin.ByokAllowances;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that state the accounts' plans at OpenRouter. */
public final class PlanOptions {

    @Option(
            names = "--byok-fee",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description =
                    "Fee of your plan on requests with your own key (BYOK), in percent of their"
                            + " upstream cost. Default: 5.")
    private @Nullable FeeRate byokFee;

    @Mixin private AllowanceOption allowance = new AllowanceOption();

    /** The plans as stated, else with the allowances that the ledger keeps. */
    public AccountPlans plans(ByokAllowances kept) {
        AccountPlans plans = allowance.plans(kept);
        return byokFee == null ? plans : plans.withByokFee(byokFee);
    }
}

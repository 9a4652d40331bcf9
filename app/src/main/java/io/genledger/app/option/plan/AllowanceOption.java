package io.genledger.app.option.plan;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.ports.ledger.admin.ByokAllowances;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that states the monthly BYOK allowance of the accounts' plans. */
public final class AllowanceOption {

    @Option(
            names = "--byok-allowance",
            paramLabel = "ALLOWANCE",
            converter = AllowanceConverter.class,
            description =
                    "Monthly use of your own keys (BYOK) that your plan exempts from the fee: an"
                        + " amount at list price or a number of requests, e.g. 25000USD or"
                        + " 1000000req; 0req for none. An amount applies since 2026-08-10. Default:"
                        + " that of the account by 'genledger config byok-allowance', else of"
                        + " OpenRouter's public plans.")
    private @Nullable Allowance allowance;

    /** Whether it is stated. */
    public boolean isStated() {
        return allowance != null;
    }

    /** The plans with the stated allowance, else with those that the ledger keeps. */
    public AccountPlans plans(ByokAllowances kept) {
        return allowance == null
                ? new AccountPlans(PlanHistory.STANDARD, histories(kept.all()))
                : AccountPlans.everywhere(PlanHistory.withAllowance(allowance));
    }

    private static Map<AccountName, PlanHistory> histories(Map<AccountName, Allowance> kept) {
        return kept.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> PlanHistory.withAllowance(each.getValue())));
    }
}

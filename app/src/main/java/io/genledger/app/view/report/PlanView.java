package io.genledger.app.view.report;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.money.FeeRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan of the account, against which fees are checked.
 *
 * @param account the account; empty for all that are not named by another plan
 * @param since the first moment it applies to; empty for the first plan
 * @param until the first moment after that; empty for the last plan
 * @param byokFeePercent OpenRouter's fee for BYOK, in percent of the upstream cost
 * @param byokAllowance monthly use of BYOK without the fee, e.g. {@code 25000USD}
 */
public record PlanView(
        Optional<AccountName> account,
        Optional<Instant> since,
        Optional<Instant> until,
        FeeRate byokFeePercent,
        Allowance byokAllowance) {

    /** The plans of all accounts, those of the accounts without own ones first. */
    static List<PlanView> of(AccountPlans accounts) {
        List<PlanView> plans = new ArrayList<>(of(Optional.empty(), accounts.standard()));
        accounts.own().entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().value()))
                .forEach(each -> plans.addAll(of(Optional.of(each.getKey()), each.getValue())));
        return List.copyOf(plans);
    }

    private static List<PlanView> of(Optional<AccountName> account, PlanHistory history) {
        Instant first = history.plans().firstKey();
        List<PlanView> plans = new ArrayList<>();
        for (Map.Entry<Instant, Plan> plan : history.plans().entrySet()) {
            plans.add(
                    new PlanView(
                            account,
                            Optional.of(plan.getKey()).filter(since -> since.isAfter(first)),
                            Optional.ofNullable(history.plans().higherKey(plan.getKey())),
                            plan.getValue().byokFee(),
                            plan.getValue().byokAllowance()));
        }
        return List.copyOf(plans);
    }
}

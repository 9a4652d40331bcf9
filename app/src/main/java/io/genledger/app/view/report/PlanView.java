package io.genledger.app.view.report;

import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.money.FeeRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan of the account, against which fees are checked.
 *
 * @param since the first moment it applies to; empty for the first plan
 * @param until the first moment after that; empty for the last plan
 * @param byokFeePercent OpenRouter's fee for BYOK, in percent of the provider's bill
 * @param byokAllowance number of BYOK requests a month without the fee, 0 or more
 */
public record PlanView(
        Optional<Instant> since,
        Optional<Instant> until,
        FeeRate byokFeePercent,
        long byokAllowance) {

    static List<PlanView> of(PlanHistory history) {
        Instant first = history.plans().firstKey();
        List<PlanView> plans = new ArrayList<>();
        for (Map.Entry<Instant, Plan> plan : history.plans().entrySet()) {
            plans.add(
                    new PlanView(
                            Optional.of(plan.getKey()).filter(since -> since.isAfter(first)),
                            Optional.ofNullable(history.plans().higherKey(plan.getKey())),
                            plan.getValue().byokFee(),
                            plan.getValue().byokAllowance()));
        }
        return List.copyOf(plans);
    }
}

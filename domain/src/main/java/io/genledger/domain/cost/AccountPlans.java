package io.genledger.domain.cost;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.money.FeeRate;
import java.util.HashMap;
import java.util.Map;

/**
 * The plans of the accounts of a ledger.
 *
 * @param standard the plans of an account without own ones
 * @param own the plans of the accounts that have others
 */
public record AccountPlans(PlanHistory standard, Map<AccountName, PlanHistory> own) {

    /** OpenRouter's public plans for every account. */
    public static final AccountPlans STANDARD = everywhere(PlanHistory.STANDARD);

    /** Copies the map. */
    public AccountPlans {
        own = Map.copyOf(own);
    }

    /** The same plans for every account. */
    public static AccountPlans everywhere(PlanHistory plans) {
        return new AccountPlans(plans, Map.of());
    }

    /** The same plans, each with another fee. */
    public AccountPlans withByokFee(FeeRate fee) {
        Map<AccountName, PlanHistory> all = new HashMap<>(own);
        all.replaceAll((account, plans) -> plans.withByokFee(fee));
        return new AccountPlans(standard.withByokFee(fee), all);
    }

    /** The plans of {@code account}. */
    public PlanHistory of(AccountName account) {
        return own.getOrDefault(account, standard);
    }
}

package io.genledger.domain.cost;

import io.genledger.domain.attribution.AccountName;
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

    /** The plans of {@code account}. */
    public PlanHistory of(AccountName account) {
        return own.getOrDefault(account, standard);
    }
}

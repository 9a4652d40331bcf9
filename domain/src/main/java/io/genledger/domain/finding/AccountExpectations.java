package io.genledger.domain.finding;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.AllowanceMeter;
import io.genledger.domain.cost.AllowanceUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts about the accounts of a ledger that are in no record.
 *
 * @param plans their BYOK plans
 * @param uses the known BYOK calls of each account that has any
 */
public record AccountExpectations(AccountPlans plans, Map<AccountName, AllowanceUse> uses) {

    /** OpenRouter's public plans, and no known call. */
    public static final AccountExpectations STANDARD =
            new AccountExpectations(AccountPlans.STANDARD, Map.of());

    /** Copies the uses. */
    public AccountExpectations {
        uses = Map.copyOf(uses);
    }

    /** The expectations of {@code account}, by OpenRouter's spend rule. */
    public Expectations of(AccountName account) {
        return Expectations.STANDARD
                .withPlans(plans.of(account))
                .withAllowanceUse(uses.getOrDefault(account, AllowanceUse.NONE));
    }

    /**
     * The meters of the accounts at {@code at}, by name; without those that have no allowance or no
     * call in that period.
     */
    public SortedMap<AccountName, AllowanceMeter> metersAt(Instant at) {
        SortedMap<AccountName, AllowanceMeter> meters =
                new TreeMap<>(Comparator.comparing(AccountName::value));
        uses.forEach((account, use) ->
                use.meterAt(at, plans.of(account)).ifPresent(meter -> meters.put(account, meter)));
        return meters;
    }
}

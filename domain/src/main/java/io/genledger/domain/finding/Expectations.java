package io.genledger.domain.finding;

import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.util.Optional;

/**
 * Facts that are not in a record, against which it is checked.
 *
 * @param plans the account's BYOK plans over time
 * @param spendRule how the account prices its generations
 * @param requested the id that was requested; empty for a record that was not requested by id, e.g.
 *     one from a file
 * @param allowanceUse the known BYOK calls that use the plan's allowance; empty if they were not
 *     counted
 */
public record Expectations(
        PlanHistory plans,
        SpendRule spendRule,
        Optional<GenerationId> requested,
        Optional<AllowanceUse> allowanceUse) {

    /** OpenRouter's public plans and spend rule, no requested id and no known use. */
    public static final Expectations STANDARD =
            new Expectations(
                    PlanHistory.STANDARD, SpendRule.OPENROUTER, Optional.empty(), Optional.empty());

    /** The same with other plans. */
    public Expectations withPlans(PlanHistory others) {
        return new Expectations(others, spendRule, requested, allowanceUse);
    }

    /** The same with another spend rule. */
    public Expectations withSpendRule(SpendRule other) {
        return new Expectations(plans, other, requested, allowanceUse);
    }

    /** The same with another requested id, or none. */
    public Expectations withRequested(Optional<GenerationId> other) {
        return new Expectations(plans, spendRule, other, allowanceUse);
    }

    /** The same with the known use of the plan's allowance. */
    public Expectations withAllowanceUse(AllowanceUse known) {
        return new Expectations(plans, spendRule, requested, Optional.of(known));
    }

    /** The plan at the time {@code generation} was created. */
    public Plan planOf(Generation generation) {
        return plans.at(generation.created().at());
    }

    /**
     * Whether the plan's allowance was not used up when {@code generation} was created, as far as
     * the calls are known; false if they were not counted.
     */
    boolean allowanceLastsFor(Generation generation) {
        return allowanceUse
                .filter(use -> use.lastsAt(generation.created().at(), plans))
                .isPresent();
    }
}

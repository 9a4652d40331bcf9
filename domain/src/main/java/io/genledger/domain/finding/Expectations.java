package io.genledger.domain.finding;

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
 */
public record Expectations(
        PlanHistory plans, SpendRule spendRule, Optional<GenerationId> requested) {

    /** OpenRouter's public plans, OpenRouter's spend rule and no requested id. */
    public static final Expectations STANDARD =
            new Expectations(PlanHistory.STANDARD, SpendRule.OPENROUTER, Optional.empty());

    /** The same with other plans. */
    public Expectations withPlans(PlanHistory others) {
        return new Expectations(others, spendRule, requested);
    }

    /** The same with another spend rule. */
    public Expectations withSpendRule(SpendRule other) {
        return new Expectations(plans, other, requested);
    }

    /** The same with another requested id, or none. */
    public Expectations withRequested(Optional<GenerationId> other) {
        return new Expectations(plans, spendRule, other);
    }

    /** The plan at the time {@code generation} was created. */
    public Plan planOf(Generation generation) {
        return plans.at(generation.created().at());
    }
}

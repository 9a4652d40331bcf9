package io.genledger.domain.finding;

import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.util.Optional;

/**
 * What a caller knows beside the record, for the record to be held against.
 *
 * @param plans what the account has agreed with OpenRouter, and when
 * @param requested the id that was asked for; empty for a record that came by itself
 */
public record Expectations(PlanHistory plans, Optional<GenerationId> requested) {

    /** The plans of everybody, and no id that was asked for. */
    public static final Expectations STANDARD =
            new Expectations(PlanHistory.STANDARD, Optional.empty());

    /** The plan when {@code generation} was created. */
    public Plan planOf(Generation generation) {
        return plans.at(generation.created().at());
    }
}

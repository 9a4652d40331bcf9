package io.genledger.domain.cost;

import io.genledger.domain.generation.GenerationId;
import java.util.Optional;

/**
 * What a caller knows beside the record, for the record to be held against.
 *
 * @param plan what the account has agreed with OpenRouter
 * @param requested the id that was asked for; empty for a record that came by itself
 */
public record Expectations(Plan plan, Optional<GenerationId> requested) {

    /** The plan of today, and no id that was asked for. */
    public static final Expectations STANDARD = new Expectations(Plan.STANDARD, Optional.empty());
}

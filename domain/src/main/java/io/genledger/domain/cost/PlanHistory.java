package io.genledger.domain.cost;

import java.time.Instant;

/** The plans of an account over time. */
@FunctionalInterface
public interface PlanHistory {

    /** The plan of a generation that was created at {@code moment}. */
    Plan at(Instant moment);

    /** The first moment of the monthly allowance of BYOK calls (OPENROUTER.md §5.1). */
    Instant ALLOWANCE_SINCE = Instant.parse("2025-10-01T00:00:00Z");

    /**
     * The public plans. The terms documented on 2026-08-10 (OPENROUTER.md §5.1) are missing,
     * because the day they took effect is not known.
     */
    PlanHistory STANDARD =
            moment -> moment.isBefore(ALLOWANCE_SINCE) ? Plan.UNTIL_OCTOBER_2025 : Plan.STANDARD;

    /** The same plan at all times. */
    static PlanHistory always(Plan plan) {
        return moment -> plan;
    }
}

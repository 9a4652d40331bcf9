package io.genledger.domain.cost;

import java.time.Instant;

/** Which plan an account had when. */
@FunctionalInterface
public interface PlanHistory {

    /** The plan of a generation that was created at {@code moment}. */
    Plan at(Instant moment);

    /** When own keys became free within a monthly allowance, for everybody. */
    Instant ALLOWANCE_SINCE = Instant.parse("2025-10-01T00:00:00Z");

    /** What accounts have without an agreement of their own. */
    PlanHistory STANDARD =
            moment -> moment.isBefore(ALLOWANCE_SINCE) ? Plan.UNTIL_OCTOBER_2025 : Plan.STANDARD;

    /** One plan at all times. */
    static PlanHistory always(Plan plan) {
        return moment -> plan;
    }
}

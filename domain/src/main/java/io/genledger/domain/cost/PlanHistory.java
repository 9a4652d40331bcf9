package io.genledger.domain.cost;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The plans of an account over time.
 *
 * @param plans at least one plan, by the moment from which it applies; the first plan also applies
 *     before its moment
 */
public record PlanHistory(NavigableMap<Instant, Plan> plans) {

    /** The first moment of the monthly allowance of BYOK calls (OPENROUTER.md §5.1). */
    public static final Instant ALLOWANCE_SINCE = Instant.parse("2025-10-01T00:00:00Z");

    /**
     * The public plans. The terms documented on 2026-08-10 (OPENROUTER.md §5.1) are missing,
     * because the day they took effect is not known.
     */
    public static final PlanHistory STANDARD =
            new PlanHistory(
                    new TreeMap<>(
                            Map.of(
                                    Instant.MIN,
                                    Plan.UNTIL_OCTOBER_2025,
                                    ALLOWANCE_SINCE,
                                    Plan.STANDARD)));

    /**
     * Copies the plans.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PlanHistory {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("a plan history needs at least one plan");
        }
        plans = Collections.unmodifiableNavigableMap(new TreeMap<>(plans));
    }

    /** The same plan at all times. */
    public static PlanHistory always(Plan plan) {
        return new PlanHistory(new TreeMap<>(Map.of(Instant.MIN, plan)));
    }

    /** The plan of a generation that was created at {@code moment}. */
    public Plan at(Instant moment) {
        Map.Entry<Instant, Plan> current = plans.floorEntry(moment);
        return current == null ? plans.firstEntry().getValue() : current.getValue();
    }
}

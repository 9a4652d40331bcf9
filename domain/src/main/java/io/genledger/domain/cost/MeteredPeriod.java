package io.genledger.domain.cost;

import java.time.Instant;

/**
 * A calendar month in UTC, or the part of one in which the same plan applies. The use of the plan's
 * allowance is counted from zero in each (OPENROUTER.md §5.2).
 *
 * @param since its first moment
 * @param until the first moment after it
 * @param plan the plan of all its moments
 */
public record MeteredPeriod(Instant since, Instant until, Plan plan) {}

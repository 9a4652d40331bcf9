package io.genledger.ports.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * Counts of ids in the queue by state.
 *
 * @param due pending ids that may be claimed now
 * @param later pending ids that are due later
 * @param claimed ids with a lease that has not expired
 * @param givenUp ids that are not fetched again
 * @param refused ids that the source rejected; not fetched again
 * @param nextDue time at which the first of the {@code later} ids is due; empty if there is none
 */
public record Backlog(
        long due,
        long later,
        long claimed,
        long givenUp,
        long refused,
        Optional<Instant> nextDue) {}

package io.genledger.ports.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits in the queue.
 *
 * @param due ids that may be claimed now
 * @param later ids that are due at some later time
 * @param claimed ids that somebody is fetching
 * @param givenUp ids that nobody will ask for again
 * @param refused ids that the source will not answer for
 * @param nextDue when the first of the later ones is due
 */
public record Backlog(
        long due,
        long later,
        long claimed,
        long givenUp,
        long refused,
        Optional<Instant> nextDue) {}

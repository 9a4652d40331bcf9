package io.genledger.ports.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * Proves that a claim is still one's own. A lease that ran out proves it as long as nobody else
 * took the id; after that, nothing does.
 *
 * @param token tells this lease from every other one
 * @param until when others may take the id
 */
public record Lease(long token, Instant until) {

    /** Nobody is given more at a time. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** A lease that lasts for longer still was given by a clock that was wrong. */
    public static final Duration LONGEST_BELIEVED = LONGEST.multipliedBy(2);

    /** Whether it keeps others from taking the id. */
    public boolean holdsAt(Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(LONGEST_BELIEVED));
    }
}

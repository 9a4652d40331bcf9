package io.genledger.ports.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * The lease of a claim. An expired lease still proves the claim until another worker claims the id.
 *
 * @param token unique number of the lease
 * @param until time of expiry, from which other workers may claim the id
 */
public record Lease(long token, Instant until) {

    /** The longest lease that may be requested. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** A longer remaining time means that a wrong clock issued the lease; it counts as expired. */
    public static final Duration LONGEST_BELIEVED = LONGEST.multipliedBy(2);

    /** Whether it prevents other claims of the id at {@code now}. */
    public boolean holdsAt(Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(LONGEST_BELIEVED));
    }
}

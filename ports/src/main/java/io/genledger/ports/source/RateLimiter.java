package io.genledger.ports.source;

import java.time.Duration;

/**
 * How often a source may be asked, for all that ask within this process. Safe for use by many
 * threads.
 */
@FunctionalInterface
public interface RateLimiter {

    /** As often as anybody likes. */
    RateLimiter UNLIMITED = () -> Duration.ZERO;

    /**
     * Takes a turn if there is one; never waits.
     *
     * @return nothing if the turn was taken and the source may be asked once; else how long to wait
     *     before trying again, more than nothing
     */
    Duration tryAcquire();
}

package io.genledger.ports.source;

import java.time.Duration;

/** Limits the rate of requests that this process sends to a source. Thread-safe. */
@FunctionalInterface
public interface RateLimiter {

    /** Grants every permit at once. */
    RateLimiter UNLIMITED = () -> Duration.ZERO;

    /**
     * Acquires a permit for one request if one is available; never waits.
     *
     * @return zero if the permit was acquired; otherwise the wait before the next try, more than
     *     zero
     */
    Duration tryAcquire();
}

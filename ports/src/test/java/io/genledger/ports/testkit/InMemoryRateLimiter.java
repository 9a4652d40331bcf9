package io.genledger.ports.testkit;

import io.genledger.ports.source.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Grants one permit per pause; unused permits do not accumulate. */
public final class InMemoryRateLimiter implements RateLimiter {

    private final Duration pause;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    /**
     * @param pause time between two permits
     */
    public InMemoryRateLimiter(Duration pause, InstantSource clock) {
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public synchronized Duration tryAcquire() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return Duration.between(now, next);
        }
        next = now.plus(pause);
        return Duration.ZERO;
    }
}

package io.genledger.ports.testkit;

import io.genledger.ports.source.RateLimiter;
import java.time.Duration;
import java.time.InstantSource;

class InMemoryRateLimiterTest extends RateLimiterContract {

    @Override
    protected RateLimiter tenPerSecond(InstantSource clock) {
        return new InMemoryRateLimiter(Duration.ofMillis(100), clock);
    }
}

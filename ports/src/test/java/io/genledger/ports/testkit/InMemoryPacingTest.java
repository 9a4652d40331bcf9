package io.genledger.ports.testkit;

import io.genledger.ports.Pacing;
import java.time.Duration;
import java.time.InstantSource;

class InMemoryPacingTest extends PacingContract {

    @Override
    protected Pacing tenPerSecond(InstantSource clock) {
        return new InMemoryPacing(Duration.ofMillis(100), clock);
    }
}

package io.genledger.ports.testkit;

import io.genledger.ports.Pacing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A turn every so often; none is saved up. */
public final class InMemoryPacing implements Pacing {

    private final Duration pause;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    /**
     * @param pause between one turn and the next
     */
    public InMemoryPacing(Duration pause, InstantSource clock) {
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public synchronized Duration takeTurn() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return Duration.between(now, next);
        }
        next = now.plus(pause);
        return Duration.ZERO;
    }
}

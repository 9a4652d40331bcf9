package io.genledger.adapter.http.simulator.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The simulator's clock and its start time.
 *
 * @param start the time at which the simulator started, by {@code clock}
 */
record RunningTime(InstantSource clock, Instant start) {

    static RunningTime from(InstantSource clock) {
        return new RunningTime(clock, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    /** The time from the start to {@code now}; zero if the clock was set back before the start. */
    Duration since(Instant now) {
        return now.isBefore(start) ? Duration.ZERO : Duration.between(start, now);
    }
}

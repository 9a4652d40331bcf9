package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The simulator's clock, and since when it has been running. */
record RunningTime(InstantSource clock, Instant start) {

    static RunningTime from(InstantSource clock) {
        return new RunningTime(clock, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    /** Zero for a clock that was set back. */
    Duration since(Instant now) {
        return now.isBefore(start) ? Duration.ZERO : Duration.between(start, now);
    }
}

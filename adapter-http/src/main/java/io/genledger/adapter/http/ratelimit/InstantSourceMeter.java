package io.genledger.adapter.http.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock as Bucket4j reads it: in nanoseconds since {@code start}, of which a long holds 292
 * years.
 *
 * @param start the time at which the meter was made
 */
record InstantSourceMeter(InstantSource clock, Instant start) implements TimeMeter {

    InstantSourceMeter(InstantSource clock) {
        this(clock, clock.instant());
    }

    @Override
    public long currentTimeNanos() {
        return Duration.between(start, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}

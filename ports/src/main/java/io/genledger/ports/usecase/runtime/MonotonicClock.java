package io.genledger.ports.usecase.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Reads the time of day once, and from then on only how much time has gone by. Whoever sets the
 * clock of the machine neither stops nor hurries what waits by this one.
 */
public final class MonotonicClock implements InstantSource {

    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * Starts at what {@code clock} shows now.
     *
     * @param nanos never runs backwards, such as {@link System#nanoTime}
     */
    public MonotonicClock(InstantSource clock, LongSupplier nanos) {
        this.start = clock.instant();
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(nanos.getAsLong() - startNanos));
    }
}

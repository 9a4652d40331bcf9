package io.genledger.ports.usecase.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that is never set: the wall clock at its start plus the elapsed time. Setting the wall
 * clock does not change a wait that is measured by it.
 */
public final class MonotonicClock implements InstantSource {

    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * Starts at the present time of {@code clock}.
     *
     * @param nanos elapsed nanoseconds since any origin, never decreasing, such as {@link
     *     System#nanoTime}
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

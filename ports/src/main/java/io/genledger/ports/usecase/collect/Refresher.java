package io.genledger.ports.usecase.collect;

import io.genledger.ports.queue.RefreshQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Puts recorded generations that reached the refresh age into the queue in small numbers, so that
 * new ids do not wait behind many refreshes.
 */
final class Refresher {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Batch size at the end of a run, when no new id waits. */
    private static final int LAST_BATCH = 1000;

    private final RefreshQueue refreshes;
    private final Optional<Duration> age;
    private final InstantSource clock;
    private final InstantSource monotonic;
    private Instant next = Instant.MIN;

    Refresher(
            RefreshQueue refreshes,
            Optional<Duration> age,
            InstantSource clock,
            InstantSource monotonic) {
        this.refreshes = refreshes;
        this.age = age;
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /**
     * Puts at most {@code most} into the queue; none if a call within the last minute found fewer
     * than it could put there.
     *
     * @return whether any were put there
     */
    boolean enqueue(int most) {
        Instant now = monotonic.instant();
        if (most == 0 || now.isBefore(next)) {
            return false;
        }
        int enqueued = enqueueNow(most);
        if (enqueued < most) {
            next = now.plus(EVERY);
        }
        return enqueued > 0;
    }

    /** Puts a batch into the queue now; returns whether it had any. */
    boolean enqueueLast() {
        return enqueueNow(LAST_BATCH) > 0;
    }

    private int enqueueNow(int most) {
        return age.map(minimum -> refreshes.enqueue(minimum, most, clock.instant())).orElse(0);
    }
}

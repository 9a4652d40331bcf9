package io.genledger.ports.usecase.collect;

import io.genledger.ports.queue.RefreshQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets kept generations be read once more at a certain age, as many at a time as there are hands
 * free: whatever is new does not wait behind all that is old.
 */
final class Refresher {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** At the end of a collection, where nothing new has to wait for it. */
    private static final int LAST_BATCH = 1000;

    private final RefreshQueue rereads;
    private final Optional<Duration> age;
    private final InstantSource clock;
    private final InstantSource monotonic;
    private Instant next = Instant.MIN;

    Refresher(
            RefreshQueue rereads,
            Optional<Duration> age,
            InstantSource clock,
            InstantSource monotonic) {
        this.rereads = rereads;
        this.age = age;
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /** Puts some into the queue, unless there were no more a moment ago. */
    boolean enqueues(int most) {
        Instant now = monotonic.instant();
        if (most == 0 || now.isBefore(next)) {
            return false;
        }
        int some = enqueue(most);
        if (some < most) {
            next = now.plus(EVERY);
        }
        return some > 0;
    }

    /** Puts some into the queue now, if there are any. */
    boolean enqueuesMore() {
        return enqueue(LAST_BATCH) > 0;
    }

    private int enqueue(int most) {
        return age.map(old -> rereads.enqueue(old, most, clock.instant())).orElse(0);
    }
}

package io.genledger.ports.usecase.collect.attempt;

import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.usecase.collect.policy.RunTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts recorded generations that reached the refresh age into the queue in small numbers, so that
 * new ids do not wait behind many refreshes.
 */
public final class Refresher {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Batch size at the end of a run, when no new id waits. */
    private static final int LAST_BATCH = 1000;

    private final List<RefreshQueue> refreshes;
    private final Optional<Duration> age;

    /** When to look again, by the monotonic clock; empty while there may be more. */
    private Optional<Instant> next = Optional.empty();

    /** Refreshes generations of {@code age}; none if it is empty. */
    public Refresher(List<RefreshQueue> refreshes, Optional<Duration> age) {
        this.refreshes = refreshes;
        this.age = age;
    }

    /**
     * Puts at most {@code most} into the queue; none if a call within the last minute found fewer
     * than it could put there.
     *
     * @return whether any were put there
     */
    boolean enqueue(int most, RunTime now) {
        if (most == 0 || next.filter(now.monotonic()::isBefore).isPresent()) {
            return false;
        }
        int enqueued = enqueueNow(most, now);
        if (enqueued < most) {
            next = Optional.of(now.monotonic().plus(EVERY));
        }
        return enqueued > 0;
    }

    /** Puts a batch into the queue now; returns whether it had any. */
    boolean enqueueLast(RunTime now) {
        return enqueueNow(LAST_BATCH, now) > 0;
    }

    private int enqueueNow(int most, RunTime now) {
        int enqueued = 0;
        if (age.isPresent()) {
            for (RefreshQueue queue : refreshes) {
                enqueued += queue.enqueue(age.get(), most - enqueued, now.wall());
            }
        }
        return enqueued;
    }
}

package io.genledger.adapter.sql.lookup;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The number of pending ids that were looked up. To count them takes the longer the more there are,
 * so that a large count is used for a while, with the ids that were added here since. Thread-safe.
 */
final class LookedUpCount {

    /** 100,000 are counted once a second; hundreds, each time. */
    private static final long VALID_NANOS_PER_THOUSAND = 10_000_000;

    private final Lock lock = new ReentrantLock();
    private final IntSupplier counter;
    private final LongSupplier nanoTime;
    private boolean isCounted;
    private long countedAt;
    private int counted;
    private int added;
    private int underway;

    /**
     * @param counter counts the committed ones
     */
    LookedUpCount(IntSupplier counter, LongSupplier nanoTime) {
        this.counter = counter;
        this.nanoTime = nanoTime;
    }

    /**
     * Adds an id that is going to be written, unless there are {@code most}; returns whether it was
     * added.
     */
    boolean add(int most) {
        lock.lock();
        try {
            if (!isCounted || nanoTime.getAsLong() - countedAt >= validNanos()) {
                counted = counter.getAsInt();
                countedAt = nanoTime.getAsLong();
                isCounted = true;
                added = 0;
            }
            if (counted + added + underway >= most) {
                return false;
            }
            underway++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private long validNanos() {
        return counted / 1_000 * VALID_NANOS_PER_THOUSAND;
    }

    /**
     * Ends an {@link #add}.
     *
     * @param isNew whether the id is in the queue now, and was not before
     */
    void written(boolean isNew) {
        lock.lock();
        try {
            underway--;
            added += isNew ? 1 : 0;
        } finally {
            lock.unlock();
        }
    }
}

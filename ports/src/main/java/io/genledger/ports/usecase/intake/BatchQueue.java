package io.genledger.ports.usecase.intake;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Hands batches from the thread that reads to the thread that records. While one batch is recorded,
 * the next one is read, and no more, so that few documents are in memory.
 */
final class BatchQueue {

    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(1);
    private boolean isTaken;
    private volatile boolean isClosed;

    /**
     * Waits for room, then adds {@code batch}.
     *
     * @throws CancellationException if the queue is closed
     */
    void put(Batch batch) {
        room.acquireUninterruptibly();
        if (isClosed) {
            room.release();
            throw new CancellationException("the import has ended");
        }
        batches.add(batch);
    }

    /** Adds the last batch without waiting. */
    void putLast(Batch batch) {
        batches.add(batch);
    }

    /** The next batch; the one that was taken before is recorded. */
    Batch take() throws InterruptedException {
        if (isTaken) {
            room.release();
        }
        isTaken = true;
        Batch next = batches.take();
        return isClosed ? Batch.STOPPED : next;
    }

    /** Ends the next {@link #take} with {@link Batch#STOPPED}, and every {@link #put}. */
    void close() {
        isClosed = true;
        batches.add(Batch.STOPPED);
        room.release();
    }
}

package io.genledger.adapter.sql.engine.trino;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an answer, and asks now and then whether the server is still there: the driver looks
 * for minutes for one that has gone, whose statements have ended with it.
 *
 * @param threads run the questions, which hold nothing up
 * @param probe fails as the driver does
 */
record ServerWatch(ExecutorService threads, Callable<?> probe) {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** An answer that may come. */
    @FunctionalInterface
    interface Answer<T> {
        T get(Duration longest) throws InterruptedException, TimeoutException;
    }

    /**
     * Waits for {@code answer}.
     *
     * @throws TimeoutException if there is none within {@code limit}
     * @throws ExecutionException if the server is out of reach
     */
    <T> T await(Answer<T> answer, Duration limit)
            throws InterruptedException, TimeoutException, ExecutionException {
        long start = System.nanoTime();
        Future<?> asking = CompletableFuture.completedFuture(null);
        try {
            while (true) {
                try {
                    return answer.get(PAUSE);
                } catch (TimeoutException none) {
                    if (System.nanoTime() - start >= limit.toNanos()) {
                        throw none;
                    }
                    asking = asking.isDone() ? next(asking) : asking;
                }
            }
        } finally {
            asking.cancel(true);
        }
    }

    /** A server that is too busy for this question is there. */
    private Future<?> next(Future<?> asked) throws ExecutionException {
        if (asked.state() == Future.State.FAILED && TrinoErrors.isAway(asked.exceptionNow())) {
            throw new ExecutionException(asked.exceptionNow());
        }
        return threads.submit(probe);
    }
}

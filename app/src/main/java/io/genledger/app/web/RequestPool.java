package io.genledger.app.web;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of the system for the requests of one kind, of which a bounded number can wait. */
final class RequestPool extends ThreadPoolExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(RequestPool.class);
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** In addition to the time that a server gives its requests when it stops. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final String name;

    /** A pool of at most {@code threads} threads, for which at most {@code waiting} works wait. */
    RequestPool(String name, int threads, int waiting) {
        super(
                threads,
                threads,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        this.name = name;
        allowCoreThreadTimeOut(true);
    }

    /** Ends what is under way, so that nothing reads a ledger that is closed behind the server. */
    @Override
    public void close() {
        int dropped = shutdownNow().size();
        try {
            if (!awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS) || dropped > 0) {
                LOG.warn(
                        "requests on the threads \"{}\" that the stop cuts off: {}",
                        name,
                        dropped + getActiveCount());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.genledger.app.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * The threads on which requests are answered, so that long work delays no short one. A query of
 * SQLite holds a carrier thread of the virtual ones until it returns, and there is one carrier per
 * processor: what can take longer than some milliseconds has threads of the system. A pool whose
 * queue is full refuses work, see {@link java.util.concurrent.RejectedExecutionException}.
 */
@Factory
public final class RequestThreads {

    /** Virtual threads for look-ups and other short reads, and for requests that wait. */
    public static final String SHORT = TaskExecutors.BLOCKING;

    /** For reads that can take longer than some milliseconds: lists, findings, the status. */
    public static final String READS = "reads";

    /**
     * For reports, which take seconds over a large ledger. They have half of the processors, so
     * that the other half answers everything else meanwhile; reports themselves wait for reports.
     */
    public static final String REPORTS = "reports";

    /** For exports, which take minutes; the client's reading takes part of it. */
    public static final String EXPORTS = "exports";

    /** For bodies that are taken in, but not the short ones, which are many at once. */
    public static final String INTAKE = "intake";

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int LONG_WAITING = 64;
    private static final int INTAKE_WAITING = 1_000;

    @Singleton
    @Named(READS)
    @Bean(preDestroy = "close")
    ExecutorService reads() {
        return new RequestPool(READS, 2, LONG_WAITING);
    }

    @Singleton
    @Named(REPORTS)
    @Bean(preDestroy = "close")
    ExecutorService reports() {
        return new RequestPool(REPORTS, Math.max(1, PROCESSORS / 2), LONG_WAITING);
    }

    @Singleton
    @Named(EXPORTS)
    @Bean(preDestroy = "close")
    ExecutorService exports() {
        return new RequestPool(EXPORTS, 2, LONG_WAITING);
    }

    @Singleton
    @Named(INTAKE)
    @Bean(preDestroy = "close")
    ExecutorService intake() {
        return new RequestPool(INTAKE, 4, INTAKE_WAITING);
    }

    /**
     * Waits, on a short request's virtual thread, until {@code threads} have done {@code work}.
     * Micronaut itself answers a refusal by a pool of {@code @ExecuteOn} with status 500.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too much work waits for a thread
     * @throws RuntimeException that the work throws
     */
    public static <T> T call(ExecutorService threads, Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}

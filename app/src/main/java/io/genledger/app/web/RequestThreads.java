package io.genledger.app.web;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    private static final List<String> ALL = List.of(SHORT, READS, REPORTS, EXPORTS, INTAKE);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int LONG_WAITING = 64;
    private static final int INTAKE_WAITING = 1_000;
    private static final long IDLE_SECONDS = 10;

    @Singleton
    @Named(READS)
    @Bean(preDestroy = "shutdownNow")
    ExecutorService reads() {
        return pool(READS, 2, LONG_WAITING);
    }

    @Singleton
    @Named(REPORTS)
    @Bean(preDestroy = "shutdownNow")
    ExecutorService reports() {
        return pool(REPORTS, Math.max(1, PROCESSORS / 2), LONG_WAITING);
    }

    @Singleton
    @Named(EXPORTS)
    @Bean(preDestroy = "shutdownNow")
    ExecutorService exports() {
        return pool(EXPORTS, 2, LONG_WAITING);
    }

    @Singleton
    @Named(INTAKE)
    @Bean(preDestroy = "shutdownNow")
    ExecutorService intake() {
        return pool(INTAKE, 4, INTAKE_WAITING);
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

    /**
     * Waits until all requests have been worked on, also those whose client has gone, and
     * interrupts what lasts longer. Nothing may read a ledger that is closed behind the server.
     *
     * @param longest of the wait before the interruption, and of the wait behind it
     * @return whether all work has ended
     */
    static boolean end(BeanContext context, Duration longest) throws InterruptedException {
        List<ExecutorService> all =
                ALL.stream()
                        .map(Qualifiers::<ExecutorService>byName)
                        .map(name -> context.getBean(ExecutorService.class, name))
                        .toList();
        all.forEach(ExecutorService::shutdown);
        if (haveEnded(all, longest)) {
            return true;
        }
        all.forEach(ExecutorService::shutdownNow);
        return haveEnded(all, longest);
    }

    private static boolean haveEnded(List<ExecutorService> all, Duration longest)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        boolean ended = true;
        for (ExecutorService threads : all) {
            ended &= threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return ended;
    }

    /** A pool of at most {@code threads} threads, for which at most {@code waiting} works wait. */
    private static ExecutorService pool(String name, int threads, int waiting) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}

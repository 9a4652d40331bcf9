package io.genledger.app.web.wire;

import io.genledger.app.web.LedgerAccess;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.LedgerChanges.Change;
import io.genledger.ports.ledger.LedgerChanges.Changes;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wakes requests that wait for a record. One thread asks the ledger what was recorded, for all of
 * them; without waiting requests it does not ask.
 */
@Singleton
final class RecordWatch implements GracefulShutdownCapable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int MOST_CHANGES = 1000;
    private static final long UNKNOWN = -1;

    private final LedgerChanges changes;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("record-watch").factory());
    private final Map<GenerationId, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

    /** Up to which entry the waiting requests were woken; of the thread that looks. */
    private long end = UNKNOWN;

    private volatile boolean isClosed;

    RecordWatch(LedgerAccess ledger) {
        this.changes = ledger.application().changes();
        ScheduledFuture<?> unused =
                looks.scheduleWithFixedDelay(
                        this::look,
                        BETWEEN_LOOKS.toMillis(),
                        BETWEEN_LOOKS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /**
     * What {@code lookup} finds, at once or as soon as something was recorded of {@code id}; empty
     * if nothing is found within {@code longest}, or the server stops.
     */
    <T> Optional<T> await(GenerationId id, Duration longest, Supplier<Optional<T>> lookup)
            throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        Semaphore woken = new Semaphore(0);
        waiting.compute(id, (any, others) -> with(woken, others));
        try {
            // The look-up follows the entry in the map, so that no record falls between both.
            Optional<T> found = lookup.get();
            while (found.isEmpty() && !isClosed && isWoken(woken, until)) {
                found = lookup.get();
            }
            return found;
        } finally {
            waiting.computeIfPresent(id, (any, all) -> without(woken, all));
        }
    }

    private static boolean isWoken(Semaphore woken, long until) throws InterruptedException {
        boolean isWoken = woken.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        woken.drainPermits();
        return isWoken;
    }

    private void look() {
        try {
            if (waiting.isEmpty()) {
                end = UNKNOWN;
            } else if (end == UNKNOWN) {
                end = changes.since(Long.MAX_VALUE, 1).end();
                // What was recorded before this moment is in no later answer.
                wakeAll();
            } else {
                Changes behind = changes.since(end, MOST_CHANGES);
                behind.entries().stream().map(Change::id).forEach(this::wake);
                end = behind.end();
            }
        } catch (LedgerUnavailableException unavailable) {
            // Each waiting request looks for itself, and answers with the failure.
            wakeAll();
        }
    }

    private void wakeAll() {
        waiting.keySet().forEach(this::wake);
    }

    private void wake(GenerationId id) {
        waiting.getOrDefault(id, Set.of()).forEach(Semaphore::release);
    }

    /** Lets the waiting requests be answered before the server ends. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        close();
        return CompletableFuture.completedFuture(null);
    }

    @PreDestroy
    void close() {
        isClosed = true;
        looks.shutdownNow();
        wakeAll();
    }

    private static Set<Semaphore> with(Semaphore one, @Nullable Set<Semaphore> others) {
        Set<Semaphore> all = others == null ? ConcurrentHashMap.newKeySet() : others;
        all.add(one);
        return all;
    }

    private static @Nullable Set<Semaphore> without(Semaphore one, Set<Semaphore> all) {
        all.remove(one);
        return all.isEmpty() ? null : all;
    }
}

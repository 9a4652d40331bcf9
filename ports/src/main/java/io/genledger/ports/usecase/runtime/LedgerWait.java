package io.genledger.ports.usecase.runtime;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Repeats a write while the ledger is unavailable with a transient failure, such as a lock that
 * another process holds. For one thread.
 */
public final class LedgerWait {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final RunEnvironment runtime;
    private final StopSignal stop;
    private final Optional<Duration> longest;
    private final Consumer<String> listener;

    /** Whether a write failed for good, after which no other waits. */
    private boolean isOver;

    /**
     * Waits until {@code stop} is requested, as a stop or as a drain.
     *
     * @param longest after which a write is not repeated; empty for no limit
     * @param listener is given why the ledger is unavailable, once for equal reasons in a row
     */
    public LedgerWait(
            RunEnvironment runtime,
            StopSignal stop,
            Optional<Duration> longest,
            Consumer<String> listener) {
        this.runtime = runtime;
        this.stop = stop;
        this.longest = longest;
        this.listener = listener;
    }

    /** A write that may be repeated after it failed. */
    @FunctionalInterface
    public interface Write<T, E extends Exception> {

        /** Writes once. */
        T write() throws E;
    }

    /**
     * The result of {@code write}, once it succeeds.
     *
     * @throws LedgerUnavailableException the last failure, if it is not transient or the wait ended
     */
    public <T, E extends Exception> T written(Write<T, E> write) throws E {
        Instant began = runtime.monotonic().instant();
        Optional<String> reported = Optional.empty();
        while (true) {
            try {
                return write.write();
            } catch (LedgerUnavailableException failure) {
                isOver |= !failure.isTransient() || isOver(began);
                if (isOver) {
                    throw failure;
                }
                String reason = String.valueOf(failure.getMessage());
                if (reported.filter(reason::equals).isEmpty()) {
                    listener.accept(reason);
                }
                reported = Optional.of(reason);
                await();
            }
        }
    }

    private boolean isOver(Instant began) {
        return stop.isRequested()
                || stop.isDrainRequested()
                || longest.filter(most -> !runtime.monotonic().instant().isBefore(began.plus(most)))
                        .isPresent();
    }

    private void await() {
        Semaphore signal = new Semaphore(0);
        Runnable wake = signal::release;
        stop.onRequest(wake);
        try {
            runtime.waiter().await(signal, LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for the ledger", interrupted);
        } finally {
            stop.forget(wake);
        }
    }
}

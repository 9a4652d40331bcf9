package io.genledger.ports.usecase.collect.attempt;

import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Wakes the collecting thread when a worker has finished an attempt. Thread-safe. */
public final class WorkSignal {

    private final RunEnvironment runtime;
    private final Semaphore signal = new Semaphore(0);

    /** A signal that is not set. */
    public WorkSignal(RunEnvironment runtime) {
        this.runtime = runtime;
    }

    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Returns when a worker wakes the thread, or at {@code moment} by the monotonic clock. */
    public void awaitUntil(Instant moment) {
        Duration wait = Duration.between(runtime.monotonic().instant(), moment);
        if (wait.isNegative() || wait.isZero()) {
            return;
        }
        try {
            if (runtime.waiter().await(signal, wait)) {
                signal.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while collecting", interrupted);
        }
    }
}

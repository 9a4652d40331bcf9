package io.genledger.ports.usecase.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for a signal or for time to pass. Injected, so that tests need not wait. */
@FunctionalInterface
public interface Waiter {

    /** Waits in real time. */
    Waiter REAL = (signal, atMost) -> signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);

    /**
     * Returns when a permit of {@code signal} was acquired, or after {@code atMost}.
     *
     * @param atMost less than a hundred years
     * @return whether a permit was acquired
     * @throws InterruptedException if the thread is interrupted
     */
    boolean await(Semaphore signal, Duration atMost) throws InterruptedException;
}

package io.genledger.ports.usecase.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets time pass; injected, so that no test ever waits. */
@FunctionalInterface
public interface Waiter {

    /** Really waits. */
    Waiter REAL = (signal, atMost) -> signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);

    /**
     * Returns when {@code signal} has rung, or {@code atMost} has passed.
     *
     * @param signal rings by giving a permit, which is taken here
     * @param atMost less than a hundred years
     * @return whether it rang
     */
    boolean await(Semaphore signal, Duration atMost) throws InterruptedException;
}

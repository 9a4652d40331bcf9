package io.genledger.ports.usecase;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets time pass; injected, so that no test ever waits. */
@FunctionalInterface
public interface Waiting {

    /** Really waits. */
    Waiting REAL = (bell, atMost) -> bell.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);

    /**
     * Returns when {@code bell} has rung, or {@code atMost} has passed.
     *
     * @param bell rings by giving a permit, which is taken here
     * @param atMost less than a hundred years
     * @return whether it rang
     */
    boolean forBell(Semaphore bell, Duration atMost) throws InterruptedException;
}

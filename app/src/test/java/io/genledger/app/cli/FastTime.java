package io.genledger.app.cli;

import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * A clock that stands still while a thread works and jumps to the next wait when all threads wait.
 */
final class FastTime implements InstantSource, Waiter {

    private int busy;
    private Optional<Semaphore> waiting = Optional.empty();
    private Instant moment;
    private Instant alarm = Instant.MAX;
    private Runnable alarmed = () -> {};

    FastTime(Instant moment) {
        this.moment = moment;
    }

    /** A machine in this time. */
    RunEnvironment machine() {
        return new RunEnvironment(this, this, this::work, this, new Random(20251106));
    }

    /** Something happens when it is so late. */
    synchronized void ringAt(Instant when, Runnable happening) {
        alarm = when;
        alarmed = happening;
    }

    synchronized void set(Instant other) {
        moment = other;
    }

    @Override
    public synchronized Instant instant() {
        return moment;
    }

    /**
     * Also returns when no thread works any more: a thread that waits for time to pass then asks
     * again.
     */
    @Override
    public boolean await(Semaphore signal, Duration atMost) throws InterruptedException {
        if (isAnybodyBusyThatRings(signal)) {
            signal.acquire();
            return true;
        }
        if (signal.tryAcquire()) {
            return true;
        }
        skip(atMost);
        return false;
    }

    private synchronized boolean isAnybodyBusyThatRings(Semaphore signal) {
        waiting = Optional.of(signal).filter(any -> busy > 0);
        return busy > 0;
    }

    private void work(Runnable task) {
        begin();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } finally {
                end();
            }
        });
    }

    private synchronized void begin() {
        busy++;
    }

    private synchronized void end() {
        busy--;
        if (busy == 0) {
            waiting.ifPresent(Semaphore::release);
        }
    }

    private synchronized void skip(Duration duration) {
        moment = moment.plus(duration);
        if (!moment.isBefore(alarm)) {
            alarm = Instant.MAX;
            alarmed.run();
        }
    }
}

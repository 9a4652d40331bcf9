package io.genledger.app.cli;

import io.genledger.ports.usecase.Machine;
import io.genledger.ports.usecase.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Time that stands still while anybody is busy, and passes at once where nobody is. */
final class FastTime implements InstantSource, Waiting {

    private static final long LOOK_MILLIS = 5;

    private final AtomicInteger busy = new AtomicInteger();
    private Instant moment;
    private Instant alarm = Instant.MAX;
    private Runnable alarmed = () -> {};

    FastTime(Instant moment) {
        this.moment = moment;
    }

    /** A machine in this time. */
    Machine machine() {
        return new Machine(this, this::work, this, new Random(20251106));
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

    @Override
    public boolean forBell(Semaphore bell, Duration atMost) throws InterruptedException {
        while (busy.get() > 0) {
            if (bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        if (bell.tryAcquire()) {
            return true;
        }
        skip(atMost);
        return false;
    }

    private void work(Runnable task) {
        busy.incrementAndGet();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } finally {
                busy.decrementAndGet();
            }
        });
    }

    private synchronized void skip(Duration duration) {
        moment = moment.plus(duration);
        if (!moment.isBefore(alarm)) {
            alarm = Instant.MAX;
            alarmed.run();
        }
    }
}

package io.genledger.app.cli;

import io.genledger.ports.usecase.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time that begins at a given moment, and passes at once where nobody has anything to do. */
final class FastTime implements InstantSource, Waiting {

    /**
     * Answers from this machine are faster, so that nothing happens in a wait that takes longer.
     */
    private static final Duration PATIENCE = Duration.ofMillis(10);

    private long setAt;
    private Instant moment;
    private Instant alarm = Instant.MAX;
    private Runnable alarmed = () -> {};

    FastTime(Instant moment) {
        this.moment = moment;
        this.setAt = System.nanoTime();
    }

    /** Something happens when it is so late. */
    synchronized void ringAt(Instant when, Runnable happening) {
        alarm = when;
        alarmed = happening;
    }

    synchronized void set(Instant other) {
        moment = other;
        setAt = System.nanoTime();
    }

    @Override
    public synchronized Instant instant() {
        return moment.plusNanos(System.nanoTime() - setAt);
    }

    @Override
    public boolean forBell(Semaphore bell, Duration atMost) throws InterruptedException {
        Duration wait = atMost.compareTo(PATIENCE) < 0 ? atMost : PATIENCE;
        if (bell.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return true;
        }
        skip(atMost.minus(wait));
        return false;
    }

    private synchronized void skip(Duration duration) {
        moment = moment.plus(duration);
        if (!instant().isBefore(alarm)) {
            alarm = Instant.MAX;
            alarmed.run();
        }
    }
}

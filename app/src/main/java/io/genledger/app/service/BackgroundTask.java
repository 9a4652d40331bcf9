package io.genledger.app.service;

import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work on a thread of its own, again and again until it is stopped. Thread-safe. */
public final class BackgroundTask implements BackgroundService {

    /** Both together are the longest time of a stop. */
    private static final Duration DRAIN = Duration.ofSeconds(7);

    private static final Duration STOP = Duration.ofSeconds(2);

    private final String name;
    private final RunEnvironment runtime;
    private final Function<StopSignal, Optional<Duration>> work;
    private final StopSignal stop = new StopSignal();
    private @Nullable Thread thread;
    private @Nullable Instant drainRequested;

    /**
     * @param name the name of the thread
     * @param work works until the signal requests a stop or a drain, and returns the pause before
     *     it is called again; empty if it is not called again. It throws nothing
     */
    public BackgroundTask(
            String name, RunEnvironment runtime, Function<StopSignal, Optional<Duration>> work) {
        this.name = name;
        this.runtime = runtime;
        this.work = work;
    }

    /** Starts the thread. A second call has no effect. */
    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    /** Works on the calling thread. */
    public void run() {
        Semaphore signal = new Semaphore(0);
        Runnable wake = signal::release;
        stop.onRequest(wake);
        try {
            Optional<Duration> pause = work.apply(stop);
            while (pause.isPresent() && !isStopped()) {
                runtime.waiter().await(signal, pause.get());
                pause = isStopped() ? Optional.empty() : work.apply(stop);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stop.forget(wake);
        }
    }

    private boolean isStopped() {
        return stop.isRequested() || stop.isDrainRequested();
    }

    /** Requests a drain, without waiting for its end. */
    @Override
    public void requestDrain() {
        var unused = drainUntil();
        stop.requestDrain();
    }

    /** When the drain ends, counted from the first request for it. */
    private synchronized Instant drainUntil() {
        Instant requested = drainRequested == null ? runtime.monotonic().instant() : drainRequested;
        drainRequested = requested;
        return requested.plus(DRAIN);
    }

    /**
     * Lets requests under way end within 7 s of the first request for a drain, then stops; waits
     * for the end, 9 s at most.
     */
    @Override
    public void close() {
        requestDrain();
        try {
            if (!endsWithin(Duration.between(runtime.monotonic().instant(), drainUntil()))) {
                stop.request();
                var unused = endsWithin(STOP);
            }
        } catch (InterruptedException interrupted) {
            stop.request();
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsWithin(Duration most) throws InterruptedException {
        @Nullable Thread running;
        synchronized (this) {
            running = thread;
        }
        return running == null || running.join(most);
    }
}

package io.genledger.ports.usecase.collect.attempt;

import io.genledger.ports.queue.Claim;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.backoff.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Worker threads that fetch claimed ids, one request each at a time. Each worker takes its next
 * attempt by itself, so that no request waits until other results are recorded. A worker ends when
 * no attempt may start. Thread-safe.
 */
public final class FetchWorkers {

    private final LeasedClaims work;
    private final SourceGate gate;
    private final RateLimiter rateLimiter;
    private final Function<Claim, AttemptResult> step;
    private final RunEnvironment runtime;
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final Semaphore signal = new Semaphore(0);
    private final Object lock = new Object();
    private int threads;
    private int underWay;
    private boolean closed;
    private Instant nextPermit = Instant.MIN;

    /**
     * Starts no thread before {@link #start}.
     *
     * @param step fetches and decodes one id; called by many threads at once
     */
    public FetchWorkers(
            LeasedClaims work,
            SourceGate gate,
            RateLimiter rateLimiter,
            Function<Claim, AttemptResult> step,
            RunEnvironment runtime) {
        this.work = work;
        this.gate = gate;
        this.rateLimiter = rateLimiter;
        this.step = step;
        this.runtime = runtime;
    }

    /** An attempt and its result. */
    public record Finished(Attempt attempt, AttemptResult result) {}

    /** An attempt that starts now, with the epoch of its request. */
    private record Start(Attempt attempt, int epoch) {}

    /** Starts as many workers as attempts may start. */
    public void start() {
        for (int more = missing(); more > 0 && mayStart(); more--) {
            synchronized (lock) {
                threads++;
            }
            runtime.workers().execute(this::fetchUntilNoneMayStart);
        }
    }

    /**
     * How many workers to start. One without a request takes a ready attempt, which is subtracted.
     */
    private int missing() {
        synchronized (lock) {
            int starting = threads - underWay;
            return Math.min(gate.concurrency() - threads, work.readyCount() - starting);
        }
    }

    /** Starts no further request, and makes {@link #awaitUntil} return. */
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        signal.release();
    }

    /** Whether no request is under way. */
    public boolean isIdle() {
        synchronized (lock) {
            return underWay == 0;
        }
    }

    /** Removes the attempts that have finished since the last call. */
    public List<Finished> pollFinished() {
        List<Finished> polled = new ArrayList<>();
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            polled.add(next);
        }
        return polled;
    }

    /** Returns when an attempt has finished, or at {@code moment} by the monotonic clock. */
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

    /** When the rate limiter may grant the next permit; past if it refused none. */
    public Instant nextPermit() {
        synchronized (lock) {
            return nextPermit;
        }
    }

    private boolean mayStart() {
        synchronized (lock) {
            return !closed
                    && gate.mayStart(underWay)
                    && !nextPermit.isAfter(runtime.monotonic().instant());
        }
    }

    private void fetchUntilNoneMayStart() {
        for (Start start = nextOrEnd(); start != null; start = nextOrEnd()) {
            AttemptResult result = fetch(start.attempt());
            report(start.epoch(), result);
            finished.add(new Finished(start.attempt(), result));
            synchronized (lock) {
                underWay--;
            }
            wake();
        }
    }

    private void report(int epoch, AttemptResult result) {
        if (result instanceof AttemptResult.Refused refused) {
            gate.refused(refused.refusal());
        } else if (result instanceof AttemptResult.Unavailable unavailable) {
            gate.failed(epoch, unavailable.outage());
        } else {
            gate.succeeded(epoch);
        }
    }

    private void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    private @Nullable Start nextOrEnd() {
        synchronized (lock) {
            Optional<Start> start = mayStart() ? next() : Optional.empty();
            if (start.isEmpty()) {
                threads--;
                return null;
            }
            underWay++;
            return start.get();
        }
    }

    private Optional<Start> next() {
        Optional<Attempt> attempt = work.poll();
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = rateLimiter.tryAcquire();
        if (wait.isZero()) {
            return Optional.of(new Start(attempt.get(), gate.epoch()));
        }
        nextPermit = runtime.monotonic().instant().plus(wait);
        work.putBack(attempt.get());
        // The collecting thread may be waiting for a later moment than this permit.
        wake();
        return Optional.empty();
    }

    /** Errors become results, too; without a result, the collecting thread waits for ever. */
    private AttemptResult fetch(Attempt attempt) {
        try {
            return step.apply(attempt.claim());
        } catch (RuntimeException | Error fault) {
            return new AttemptResult.Faulted(attempt.claim(), fault);
        }
    }
}

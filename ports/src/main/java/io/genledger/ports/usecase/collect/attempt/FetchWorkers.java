package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.RunTime;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Worker threads that fetch claimed ids, one request each at a time. Each worker takes its next
 * attempt by itself, so that no request waits until other results are recorded. A worker ends when
 * no attempt may start. Thread-safe.
 */
public final class FetchWorkers {

    private final LeasedClaims work;
    private final SourceGate gate;
    private final RateLimiter rateLimiter;
    private final Function<GenerationId, FetchResult> step;
    private final RunEnvironment runtime;
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final WorkSignal signal;
    private final Object lock = new Object();
    private int threads;
    private int underWay;
    private boolean closed;
    private Optional<Instant> nextPermit = Optional.empty();

    /**
     * Starts no thread before {@link #start}.
     *
     * @param step fetches and decodes one id, without an exception; called by many threads at once
     * @param signal set when an attempt has finished
     */
    public FetchWorkers(
            LeasedClaims work,
            SourceGate gate,
            RateLimiter rateLimiter,
            Function<GenerationId, FetchResult> step,
            WorkSignal signal,
            RunEnvironment runtime) {
        this.work = work;
        this.gate = gate;
        this.rateLimiter = rateLimiter;
        this.step = step;
        this.signal = signal;
        this.runtime = runtime;
    }

    /** An attempt and its result. */
    public record Finished(Attempt attempt, FetchResult result) {}

    /** Starts as many workers as attempts may start. */
    public void start() {
        RunTime now = RunTime.of(runtime);
        int ready = work.readyCount(now);
        for (int most = ready; most > 0 && addThread(ready, now.monotonic()); most--) {
            runtime.workers().execute(this::fetchUntilNoneMayStart);
        }
    }

    /** A thread without a request takes a ready attempt, which is subtracted. */
    private boolean addThread(int ready, Instant now) {
        synchronized (lock) {
            int starting = threads - underWay;
            boolean add =
                    threads < gate.concurrency() && starting < ready && epoch(now).isPresent();
            threads += add ? 1 : 0;
            return add;
        }
    }

    /** Starts no further request, and sets the signal. */
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        signal.wake();
    }

    /** Whether no further request starts, because the workers were closed. */
    public boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
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

    /**
     * When the rate limiter may grant the permit that it refused last; empty if it refused none.
     */
    public Optional<Instant> nextPermit() {
        synchronized (lock) {
            return nextPermit;
        }
    }

    /** The epoch of a request that may start now. Called with the lock. */
    private Optional<Integer> epoch(Instant now) {
        return closed || nextPermit.filter(now::isBefore).isPresent()
                ? Optional.empty()
                : gate.epochOfStart(underWay, now);
    }

    /** An attempt that starts now, and the epoch of its request. */
    private record Start(Attempt attempt, int epoch) {}

    private void fetchUntilNoneMayStart() {
        for (Optional<Start> next = next(); next.isPresent(); next = next()) {
            Attempt attempt = next.get().attempt();
            FetchResult result = step.apply(attempt.id());
            report(next.get().epoch(), result);
            finished.add(new Finished(attempt, result));
            synchronized (lock) {
                underWay--;
            }
            signal.wake();
        }
    }

    private void report(int epoch, FetchResult result) {
        if (result instanceof FetchResult.Refused refused) {
            gate.refused(refused.refusal());
        } else if (result instanceof FetchResult.Unavailable unavailable) {
            gate.failed(epoch, unavailable.outage());
        } else {
            gate.succeeded(epoch);
        }
    }

    /** The next attempt, which counts as under way; if there is none, this thread has ended. */
    private Optional<Start> next() {
        RunTime now = RunTime.of(runtime);
        Optional<Integer> epoch;
        synchronized (lock) {
            epoch = epoch(now.monotonic());
            underWay += epoch.isPresent() ? 1 : 0;
            threads -= epoch.isPresent() ? 0 : 1;
        }
        if (epoch.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attempt> attempt = work.poll(now).filter(next -> hasPermit(next, now));
        if (attempt.isEmpty()) {
            synchronized (lock) {
                underWay--;
                threads--;
            }
            // The collecting thread may be waiting for this thread, or for longer than a permit.
            signal.wake();
        }
        return attempt.map(next -> new Start(next, epoch.get()));
    }

    /** Acquires a permit without a lock, which no injected code may hold. */
    private boolean hasPermit(Attempt attempt, RunTime now) {
        try {
            Duration wait = rateLimiter.tryAcquire();
            if (wait.isZero()) {
                return true;
            }
            work.putBack(attempt);
            synchronized (lock) {
                nextPermit = Optional.of(now.monotonic().plus(wait));
            }
        } catch (RuntimeException | Error fault) {
            finished.add(new Finished(attempt, new FetchResult.Faulted(fault)));
        }
        return false;
    }
}

package io.genledger.ports.usecase.collect;

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
 * Asks for claimed generations, on as many threads as requests may be under way. Each thread takes
 * the next one by itself, so that a request never waits for what happens to other answers; it ends
 * when there is none or when the source is not to be asked now. Safe for use by many threads.
 */
final class FetchWorkers {

    private final LeasedClaims work;
    private final SourceGate gate;
    private final RateLimiter rateLimiter;
    private final Function<Claim, AttemptResult> step;
    private final RunEnvironment runtime;
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final Semaphore signal = new Semaphore(0);
    private final Object lock = new Object();
    private int threads;
    private int underWay;
    private boolean closed;
    private Instant nextPermit = Instant.MIN;

    FetchWorkers(
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

    /** An attempt and what came of it. */
    record Answered(Attempt attempt, AttemptResult answer) {}

    /** An attempt whose request may start, with its epoch. */
    private record Start(Attempt attempt, int epoch) {}

    /** Starts threads for what waits and may be asked for. */
    void start() {
        for (int more = missing(); more > 0 && mayStart(); more--) {
            synchronized (lock) {
                threads++;
            }
            runtime.workers().execute(this::askUntilNoneMayStart);
        }
    }

    /** Only a thread that asks for nothing yet takes some of what is left, soon and by itself. */
    private int missing() {
        synchronized (lock) {
            int looking = threads - underWay;
            return Math.min(gate.concurrency() - threads, work.left() - looking);
        }
    }

    /** Starts no further request, and lets {@link #awaitUntil} return. */
    void close() {
        synchronized (lock) {
            closed = true;
        }
        signal.release();
    }

    /** Whether no request is under way. */
    boolean isIdle() {
        synchronized (lock) {
            return underWay == 0;
        }
    }

    /** The answers since the last call. */
    List<Answered> answered() {
        List<Answered> arrived = new ArrayList<>();
        for (Answered next = answers.poll(); next != null; next = answers.poll()) {
            arrived.add(next);
        }
        return arrived;
    }

    /** Returns when there is an answer, or {@code moment} has come by the steady clock. */
    void awaitUntil(Instant moment) {
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

    /** When the pace allows the next request that it did not allow before. */
    Instant nextPermit() {
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

    private void askUntilNoneMayStart() {
        for (Start start = nextOrEnd(); start != null; start = nextOrEnd()) {
            AttemptResult answer = answerTo(start.attempt());
            report(start.epoch(), answer);
            answers.add(new Answered(start.attempt(), answer));
            synchronized (lock) {
                underWay--;
            }
            ring();
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

    private void ring() {
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
        // Whoever waits already waits for something else, and perhaps for longer.
        ring();
        return Optional.empty();
    }

    /** An answer in any case, an error included: nobody waits for ever. */
    private AttemptResult answerTo(Attempt attempt) {
        try {
            return step.apply(attempt.claim());
        } catch (RuntimeException | Error fault) {
            return new AttemptResult.Faulted(attempt.claim(), fault);
        }
    }
}

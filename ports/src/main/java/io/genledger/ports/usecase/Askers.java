package io.genledger.ports.usecase;

import io.genledger.ports.Claim;
import io.genledger.ports.Pacing;
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
final class Askers {

    private final ClaimedWork work;
    private final SourceHealth health;
    private final Pacing pacing;
    private final Function<Claim, Answer> step;
    private final Machine machine;
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final Semaphore bell = new Semaphore(0);
    private final Object lock = new Object();
    private int threads;
    private int underWay;
    private boolean closed;
    private Instant nextTurn = Instant.MIN;

    Askers(
            ClaimedWork work,
            SourceHealth health,
            Pacing pacing,
            Function<Claim, Answer> step,
            Machine machine) {
        this.work = work;
        this.health = health;
        this.pacing = pacing;
        this.step = step;
        this.machine = machine;
    }

    /** An attempt and what came of it. */
    record Answered(Attempt attempt, Answer answer) {}

    /** An attempt whose request may start, in the round it belongs to. */
    private record Turn(Attempt attempt, int round) {}

    /** Starts threads for what waits and may be asked for. */
    void start() {
        for (int more = missing(); more > 0 && mayStart(); more--) {
            synchronized (lock) {
                threads++;
            }
            machine.workers().execute(this::askOneAfterTheOther);
        }
    }

    /** Only a thread that asks for nothing yet takes some of what is left, soon and by itself. */
    private int missing() {
        synchronized (lock) {
            int looking = threads - underWay;
            return Math.min(health.width() - threads, work.left() - looking);
        }
    }

    /** Starts no further request, and lets {@link #awaitUntil} return. */
    void close() {
        synchronized (lock) {
            closed = true;
        }
        bell.release();
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
        Duration wait = Duration.between(machine.steady().instant(), moment);
        if (wait.isNegative() || wait.isZero()) {
            return;
        }
        try {
            if (machine.waiting().forBell(bell, wait)) {
                bell.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while collecting", interrupted);
        }
    }

    /** When the pace allows the next request that it did not allow before. */
    Instant nextTurn() {
        synchronized (lock) {
            return nextTurn;
        }
    }

    private boolean mayStart() {
        synchronized (lock) {
            return !closed
                    && health.mayAsk(underWay)
                    && !nextTurn.isAfter(machine.steady().instant());
        }
    }

    private void askOneAfterTheOther() {
        for (Turn turn = nextOrEnd(); turn != null; turn = nextOrEnd()) {
            Answer answer = answerTo(turn.attempt());
            health.observe(turn.round(), answer);
            answers.add(new Answered(turn.attempt(), answer));
            synchronized (lock) {
                underWay--;
            }
            ring();
        }
    }

    private void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private @Nullable Turn nextOrEnd() {
        synchronized (lock) {
            Optional<Turn> turn = mayStart() ? next() : Optional.empty();
            if (turn.isEmpty()) {
                threads--;
                return null;
            }
            underWay++;
            return turn.get();
        }
    }

    private Optional<Turn> next() {
        Optional<Attempt> attempt = work.poll();
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = pacing.takeTurn();
        if (wait.isZero()) {
            return Optional.of(new Turn(attempt.get(), health.round()));
        }
        nextTurn = machine.steady().instant().plus(wait);
        work.putBack(attempt.get());
        // Whoever waits already waits for something else, and perhaps for longer.
        ring();
        return Optional.empty();
    }

    /** An answer in any case, an error included: nobody waits for ever. */
    private Answer answerTo(Attempt attempt) {
        try {
            return step.apply(attempt.claim());
        } catch (RuntimeException | Error fault) {
            return new Answer.Broken(attempt.claim(), fault);
        }
    }
}

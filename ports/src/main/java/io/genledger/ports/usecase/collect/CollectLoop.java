package io.genledger.ports.usecase.collect;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.usecase.collect.FetchWorkers.Answered;
import io.genledger.ports.usecase.collect.backoff.RetryPolicy;
import io.genledger.ports.usecase.collect.backoff.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One collection under way, as its own thread sees it: claim ahead, let the workers ask, make their
 * answers durable, tell.
 */
final class CollectLoop {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final CollectPlan plan;
    private final CollectListener listener;
    private final StopSignal stop;
    private final RunEnvironment runtime;
    private final SourceGate gate;
    private final LeasedClaims work;
    private final FetchWorkers workers;
    private final RetryPolicy retries;
    private final SettlementPolicy policy;
    private final Refresher refresher;
    private final OutcomeRecorder outcomes;

    /** What is to be made durable; it stays here while the ledger is in use by somebody else. */
    private final List<AttemptResult> results = new ArrayList<>();

    private Instant backoffTold = Instant.MIN;

    /** Why the ledger cannot be used at the moment, as it was told. */
    private String ledgerProblem = "";

    CollectLoop(
            CollectPlan plan,
            CollectListener listener,
            StopSignal stop,
            RunEnvironment runtime,
            SourceGate gate,
            LeasedClaims work,
            FetchWorkers workers,
            RetryPolicy retries,
            SettlementPolicy policy,
            Refresher refresher,
            OutcomeRecorder outcomes) {
        this.plan = plan;
        this.listener = listener;
        this.stop = stop;
        this.runtime = runtime;
        this.gate = gate;
        this.work = work;
        this.workers = workers;
        this.retries = retries;
        this.policy = policy;
        this.refresher = refresher;
        this.outcomes = outcomes;
    }

    CollectSummary run() {
        Runnable close = workers::close;
        stop.onRequest(close);
        try {
            untilTheEnd();
            if (gate.isClosed()) {
                work.waitingForRetry().stream().flatMap(this::lastOutcome).forEach(results::add);
                settleResults();
            }
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure);
            throw failure;
        } finally {
            workers.close();
            stop.forget(close);
        }
        work.release();
        return summary();
    }

    private CollectSummary summary() {
        return outcomes.summary(gate.refusal(), gate.outage());
    }

    private void untilTheEnd() {
        boolean ended = false;
        while (!ended && !stop.isRequested()) {
            try {
                ended = !runOnce();
                ledgerProblem = "";
            } catch (LedgerUnavailableException failure) {
                waitForLedger(failure);
            }
        }
    }

    private boolean runOnce() {
        Instant now = runtime.monotonic().instant();
        boolean asking = !gate.isClosed() && !stop.isDrainRequested();
        work.extendLeases();
        if (asking) {
            takeOnMore();
            workers.start();
        }
        boolean idle = workers.isIdle();
        List<Answered> answered = workers.answered();
        answered.stream().flatMap(this::retriedOrSettled).forEach(results::add);
        if (!answered.isEmpty() || !results.isEmpty()) {
            settleResults();
        } else if (idle && (!asking || isFinished())) {
            return false;
        } else {
            waitForWork(idle, now);
        }
        return true;
    }

    private void takeOnMore() {
        work.refill();
        int room = work.room();
        if (refresher.enqueues(room)) {
            work.claim(room);
        }
    }

    /** Who keeps going waits for others that use the ledger; nothing is lost meanwhile. */
    private void waitForLedger(LedgerUnavailableException failure) {
        if (!plan.watch() || !failure.isTransient() || stop.isDrainRequested()) {
            throw failure;
        }
        String why = String.valueOf(failure.getMessage());
        if (!why.equals(ledgerProblem)) {
            ledgerProblem = why;
            listener.ledgerUnavailable(why);
        }
        workers.awaitUntil(runtime.monotonic().instant().plus(BETWEEN_TRIES));
    }

    /** Asks the queue for the last time, since what was due a moment ago is not all that is due. */
    private boolean isFinished() {
        return !plan.watch() && work.isEmpty() && !work.findsMore() && !refresher.enqueuesMore();
    }

    private void waitForWork(boolean idle, Instant now) {
        Instant backoffUntil = gate.backoffUntil();
        if (!backoffUntil.equals(backoffTold) && !gate.isClosed()) {
            backoffTold = backoffUntil;
            Instant until = runtime.clock().instant().plus(gate.backoffLeft());
            gate.outage()
                    .ifPresent(why -> listener.backoff(until, String.valueOf(why.getMessage())));
        }
        if (idle) {
            listener.progress(summary());
        }
        workers.awaitUntil(
                Stream.concat(Stream.of(backoffUntil, workers.nextPermit()), work.moments())
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** Nothing is made durable of what is asked for again. */
    private Stream<AttemptResult> retriedOrSettled(Answered answered) {
        if (!(answered.answer() instanceof AttemptResult.Failed failure)) {
            return Stream.of(answered.answer());
        }
        Attempt attempt = answered.attempt();
        Optional<Duration> wait = retries.retryAfter(attempt.failures(), failure.isRateLimited());
        if (wait.isEmpty()) {
            return Stream.of(policy.failed(failure));
        }
        work.putBack(attempt.again(failure, runtime.monotonic().instant().plus(wait.get())));
        return Stream.empty();
    }

    private Stream<AttemptResult> lastOutcome(Attempt attempt) {
        return attempt.lastFailure().<AttemptResult>map(policy::failed).stream();
    }

    private void settleResults() {
        if (results.isEmpty()) {
            return;
        }
        List<AttemptResult> answers = List.copyOf(results);
        List<OutcomeRecorder.IdOutcome> durable = outcomes.settle(answers);
        results.clear();
        work.done(answers);
        outcomes.tell(durable);
        listener.progress(summary());
        throwFaultIn(answers);
    }

    private static void throwFaultIn(List<AttemptResult> answers) {
        for (AttemptResult answer : answers) {
            if (answer instanceof AttemptResult.Faulted broken) {
                if (broken.fault() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) broken.fault();
            }
        }
    }

    /** What is claimed shall not have to wait until the lease runs out. */
    private void releaseAfter(Throwable failure) {
        try {
            work.release();
        } catch (RuntimeException again) {
            failure.addSuppressed(new IllegalStateException("claims were not released", again));
        }
    }
}

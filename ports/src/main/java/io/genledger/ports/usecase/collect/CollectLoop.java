package io.genledger.ports.usecase.collect;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.usecase.collect.attempt.AttemptResult;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers.Finished;
import io.genledger.ports.usecase.collect.attempt.LeasedClaims;
import io.genledger.ports.usecase.collect.attempt.RetryStep;
import io.genledger.ports.usecase.collect.backoff.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The collecting thread of one run: claims ids ahead of the workers, commits the results of their
 * requests, and reports the outcomes.
 */
final class CollectLoop {

    private static final Duration LEDGER_RETRY_EVERY = Duration.ofSeconds(1);

    private final CollectPlan plan;
    private final CollectListener listener;
    private final StopSignal stop;
    private final RunEnvironment runtime;
    private final SourceGate gate;
    private final LeasedClaims work;
    private final FetchWorkers workers;
    private final RetryStep retries;
    private final Refresher refresher;
    private final OutcomeRecorder outcomes;

    /** Results to commit; they stay here while the ledger is unavailable. */
    private final List<AttemptResult> results = new ArrayList<>();

    /** The end of the last backoff that was reported. */
    private Instant reportedBackoff = Instant.MIN;

    /** The last reported reason of an unavailable ledger; empty while it is available. */
    private String reportedLedgerFailure = "";

    CollectLoop(
            CollectPlan plan,
            CollectListener listener,
            StopSignal stop,
            RunEnvironment runtime,
            SourceGate gate,
            LeasedClaims work,
            FetchWorkers workers,
            RetryStep retries,
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
        this.refresher = refresher;
        this.outcomes = outcomes;
    }

    CollectSummary run() {
        Runnable close = workers::close;
        stop.onRequest(close);
        try {
            runUntilFinished();
            if (gate.isClosed()) {
                results.addAll(retries.settleAll());
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

    private void runUntilFinished() {
        boolean finished = false;
        while (!finished && !stop.isRequested()) {
            try {
                finished = !runOnce();
                reportedLedgerFailure = "";
            } catch (LedgerUnavailableException failure) {
                waitForLedger(failure);
            }
        }
    }

    /** One round of claiming, starting and settling; false if the run is finished. */
    private boolean runOnce() {
        Instant now = runtime.monotonic().instant();
        boolean fetching = !gate.isClosed() && !stop.isDrainRequested();
        work.extendLeases();
        if (fetching) {
            claimMore();
            workers.start();
        }
        boolean idle = workers.isIdle();
        List<Finished> finished = workers.pollFinished();
        finished.forEach(one -> retries.settleOrRetry(one).ifPresent(results::add));
        if (!finished.isEmpty() || !results.isEmpty()) {
            settleResults();
        } else if (idle && (!fetching || isFinished())) {
            return false;
        } else {
            waitForWork(idle, now);
        }
        return true;
    }

    private void claimMore() {
        work.refill();
        int shortfall = work.shortfall();
        if (refresher.enqueue(shortfall)) {
            work.claim(shortfall);
        }
    }

    /** A watching run waits while the ledger is unavailable; results stay in memory meanwhile. */
    private void waitForLedger(LedgerUnavailableException failure) {
        if (!plan.outlastsOutages() || !failure.isTransient() || stop.isDrainRequested()) {
            throw failure;
        }
        String reason = String.valueOf(failure.getMessage());
        if (!reason.equals(reportedLedgerFailure)) {
            reportedLedgerFailure = reason;
            listener.ledgerUnavailable(reason);
        }
        workers.awaitUntil(runtime.monotonic().instant().plus(LEDGER_RETRY_EVERY));
    }

    /** Looks into the queue once more, because ids may have fallen due since the last claim. */
    private boolean isFinished() {
        return !plan.outlastsOutages() && work.isEmpty() && !work.claimsMore() && !refresher.enqueueLast();
    }

    private void waitForWork(boolean idle, Instant now) {
        Instant backoffUntil = gate.backoffUntil();
        if (!backoffUntil.equals(reportedBackoff) && !gate.isClosed()) {
            reportedBackoff = backoffUntil;
            Instant until = runtime.clock().instant().plus(gate.backoffLeft());
            gate.outage()
                    .ifPresent(why -> listener.delayed(new Delay(runtime.clock().instant(), java.util.Optional.of(until), why.isRateLimited(), String.valueOf(why.getMessage()))));
        }
        if (idle) {
            listener.progress(summary());
        }
        workers.awaitUntil(
                Stream.concat(Stream.of(backoffUntil, workers.nextPermit()), work.nextActions())
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private void settleResults() {
        if (results.isEmpty()) {
            return;
        }
        List<AttemptResult> settled = List.copyOf(results);
        List<OutcomeRecorder.IdOutcome> committed = outcomes.settle(settled);
        results.clear();
        work.settled(settled);
        outcomes.report(committed);
        listener.progress(summary());
        throwFaultIn(settled);
    }

    private static void throwFaultIn(List<AttemptResult> results) {
        for (AttemptResult result : results) {
            if (result instanceof AttemptResult.Faulted faulted) {
                if (faulted.fault() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) faulted.fault();
            }
        }
    }

    /** Releases the held claims, so that their ids are due before the leases expire. */
    private void releaseAfter(Throwable failure) {
        try {
            work.release();
        } catch (RuntimeException second) {
            failure.addSuppressed(new IllegalStateException("claims were not released", second));
        }
    }
}

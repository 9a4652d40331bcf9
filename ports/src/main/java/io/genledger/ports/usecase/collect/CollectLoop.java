package io.genledger.ports.usecase.collect;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers.Finished;
import io.genledger.ports.usecase.collect.attempt.LeasedClaims;
import io.genledger.ports.usecase.collect.policy.RunTime;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The collecting thread of one run: claims ids ahead of the workers, commits the results of their
 * requests, and reports the outcomes.
 */
final class CollectLoop {

    private static final Duration LEDGER_RETRY_EVERY = Duration.ofSeconds(1);

    /** Longest time between two reports of progress. */
    private static final Duration REPORT_EVERY = Duration.ofSeconds(1);

    private final CollectPlan plan;
    private final StopSignal stop;
    private final RunEnvironment runtime;
    private final SourceGate gate;
    private final LeasedClaims work;
    private final FetchWorkers workers;
    private final Settlements settlements;
    private final Reporter reporter;

    /** When the run times out, by the monotonic clock. */
    private final Optional<Instant> deadline;

    CollectLoop(
            CollectPlan plan,
            StopSignal stop,
            RunEnvironment runtime,
            SourceGate gate,
            LeasedClaims work,
            FetchWorkers workers,
            Settlements settlements,
            Reporter reporter) {
        this.plan = plan;
        this.stop = stop;
        this.runtime = runtime;
        this.gate = gate;
        this.work = work;
        this.workers = workers;
        this.settlements = settlements;
        this.reporter = reporter;
        this.deadline = plan.timeout().map(runtime.monotonic().instant()::plus);
    }

    CollectSummary run() {
        Runnable close = workers::close;
        stop.onRequest(close);
        boolean timedOut;
        try {
            runUntilFinished();
            if (!stop.isRequested()) {
                settlements.addRetries();
                commit();
            }
            timedOut = isTimedOut(runtime.monotonic().instant()) && !isNothingPending();
        } catch (RuntimeException | Error failure) {
            settlements.suppressFaultsIn(failure);
            releaseAfter(failure);
            throw failure;
        } finally {
            workers.close();
            stop.forget(close);
        }
        work.release();
        return reporter.summary(timedOut);
    }

    private boolean isNothingPending() {
        boolean nothing = work.isNothingPending();
        if (nothing) {
            reporter.dropPending();
        }
        return nothing;
    }

    private void runUntilFinished() {
        boolean finished = false;
        while (!finished && !stop.isRequested()) {
            try {
                finished = !runOnce();
                reporter.reportLedgerSuccess();
            } catch (LedgerUnavailableException failure) {
                waitForLedger(failure);
            }
        }
    }

    /** One round of claiming, starting and settling; false if the run is finished. */
    private boolean runOnce() {
        RunTime now = RunTime.of(runtime);
        boolean timedOut = isTimedOut(now.monotonic());
        boolean fetching = !gate.isClosed() && !stop.isDrainRequested() && !timedOut;
        if (timedOut && !workers.isClosed()) {
            workers.close();
        }
        work.extendLeases();
        if (fetching) {
            work.refill();
            workers.start();
        }
        boolean idle = workers.isIdle();
        List<Finished> finished = workers.pollFinished();
        finished.forEach(each -> settlements.add(each, fetching));
        commit();
        if (reporter.reportDelays(now)) {
            work.makeUnavailableDue();
        }
        if (finished.isEmpty()) {
            if (idle && (!fetching || isFinished())) {
                return false;
            }
            waitForWork(now.monotonic());
        }
        return true;
    }

    private void commit() {
        if (!settlements.isEmpty()) {
            reporter.report(settlements.commit(), RunTime.of(runtime));
            settlements.throwFaults();
        }
    }

    /** Claims once more before the end, because ids may have fallen due since the last claim. */
    private boolean isFinished() {
        return switch (plan.until()) {
            case NOTHING_DUE -> work.isEmpty() && !work.claimsMore();
            case NOTHING_PENDING -> work.isEmpty() && isNothingPending();
            case STOPPED -> false;
        };
    }

    private boolean isTimedOut(Instant now) {
        return deadline.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** A run that outlasts outages waits for the ledger; decisions stay in memory meanwhile. */
    private void waitForLedger(LedgerUnavailableException failure) {
        Instant now = runtime.monotonic().instant();
        if (!plan.outlastsOutages()
                || !failure.isTransient()
                || stop.isDrainRequested()
                || isTimedOut(now)) {
            throw failure;
        }
        reporter.reportLedgerFailure(String.valueOf(failure.getMessage()));
        reporter.reportProgress();
        workers.awaitUntil(now.plus(LEDGER_RETRY_EVERY));
    }

    private void waitForWork(Instant now) {
        reporter.reportProgress();
        Stream<Instant> others =
                Stream.of(
                                workers.nextPermit(),
                                Optional.of(now.plus(gate.backoffLeft(now))),
                                Optional.of(now.plus(REPORT_EVERY)),
                                deadline)
                        .flatMap(Optional::stream);
        workers.awaitUntil(
                Stream.concat(others, work.nextActions())
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
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

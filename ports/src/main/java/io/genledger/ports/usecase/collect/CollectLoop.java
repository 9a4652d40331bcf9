package io.genledger.ports.usecase.collect;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers.Finished;
import io.genledger.ports.usecase.collect.attempt.WorkSignal;
import io.genledger.ports.usecase.collect.policy.RunTime;
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

    /** Longest time between two looks for pending ids of accounts without a key. */
    private static final Duration ACCOUNTS_EVERY = Duration.ofMinutes(10);

    private final CollectPlan plan;
    private final StopSignal stop;
    private final RunEnvironment runtime;
    private final AccountRuns runs;
    private final WorkSignal signal;
    private final Claims queue;
    private final Settlements settlements;
    private final Reporter reporter;

    /** When the run times out, by the monotonic clock. */
    private final Optional<Instant> deadline;

    /** The next look for accounts without a key, by the monotonic clock. */
    private Instant nextAccounts;

    /** No further request starts, because the run timed out. */
    private boolean closed;

    CollectLoop(
            CollectPlan plan,
            StopSignal stop,
            RunEnvironment runtime,
            AccountRuns runs,
            WorkSignal signal,
            Claims queue,
            Settlements settlements,
            Reporter reporter) {
        this.plan = plan;
        this.stop = stop;
        this.runtime = runtime;
        this.runs = runs;
        this.signal = signal;
        this.queue = queue;
        this.settlements = settlements;
        this.reporter = reporter;
        this.nextAccounts = runtime.monotonic().instant();
        this.deadline = plan.timeout().map(nextAccounts::plus);
    }

    CollectSummary run() {
        Runnable close = runs::close;
        stop.onRequest(close);
        boolean timedOut;
        try {
            runUntilFinished();
            if (!stop.isRequested()) {
                runs.forEach(settlements::addRetries);
                commit();
            }
            timedOut = isTimedOut(runtime.monotonic().instant()) && !isNothingPending();
        } catch (RuntimeException | Error failure) {
            settlements.suppressFaultsIn(failure);
            releaseAfter(failure);
            throw failure;
        } finally {
            runs.close();
            stop.forget(close);
        }
        runs.release();
        return reporter.summary(timedOut);
    }

    private boolean isNothingPending() {
        boolean nothing = open().allMatch(run -> run.work().isNothingPending());
        if (nothing && open().count() == runs.all().size()) {
            reporter.dropPending();
        }
        return nothing;
    }

    private Stream<AccountRun> open() {
        return runs.all().stream().filter(run -> !run.gate().isClosed());
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
        boolean fetching = !runs.areClosed() && !stop.isDrainRequested() && !timedOut;
        if (timedOut && !closed) {
            closed = true;
            runs.close();
        }
        runs.forEach(run -> run.work().extendLeases());
        if (fetching) {
            reportMissingKeys(now.monotonic());
            runs.forEach(AccountRun::start);
        }
        boolean idle = runs.areIdle();
        boolean settled = false;
        for (AccountRun run : runs.all()) {
            settled |= settle(run, fetching, now);
        }
        commit();
        reporter.reportDelays(now).forEach(run -> run.work().makeUnavailableDue());
        if (fetching) {
            releaseRefused();
        }
        if (!settled) {
            if (idle && (!fetching || isFinished())) {
                return false;
            }
            waitForWork(now.monotonic());
        }
        return true;
    }

    /** Decides on the finished attempts of one key; false if there are none. */
    private boolean settle(AccountRun run, boolean fetching, RunTime now) {
        List<Finished> finished = run.workers().pollFinished();
        for (Finished each : finished) {
            boolean goesOn = fetching && !run.gate().isClosed();
            if (!fetching || !runs.passOn(run, each, now)) {
                settlements.add(run, each, goesOn);
            }
        }
        return !finished.isEmpty();
    }

    /** The ids of a refused key wait in the queue while the run goes on with others. */
    private void releaseRefused() {
        for (AccountRun run : reporter.reportRefusals()) {
            settlements.addRetries(run);
            commit();
            run.work().release();
        }
    }

    private void reportMissingKeys(Instant now) {
        if (runs.all().size() > 1 && !now.isBefore(nextAccounts)) {
            nextAccounts = now.plus(ACCOUNTS_EVERY);
            reporter.reportMissingKeys(runs.withoutKey(queue.accountsPending()));
        }
    }

    private void commit() {
        if (!settlements.isEmpty()) {
            reporter.report(settlements.commit(), RunTime.of(runtime));
            settlements.throwFaults();
        }
    }

    private boolean isFinished() {
        return switch (plan.until()) {
            case NOTHING_DUE -> runs.all().stream().allMatch(AccountRun::hasNothingDue);
            case NOTHING_PENDING ->
                    open().allMatch(run -> run.work().isEmpty()) && isNothingPending();
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
        signal.awaitUntil(now.plus(LEDGER_RETRY_EVERY));
    }

    private void waitForWork(Instant now) {
        reporter.reportProgress();
        Stream<Instant> others =
                Stream.concat(Stream.of(now.plus(REPORT_EVERY)), deadline.stream());
        signal.awaitUntil(
                Stream.concat(others, runs.all().stream().flatMap(run -> run.nextActions(now)))
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** Releases the held claims, so that their ids are due before the leases expire. */
    private void releaseAfter(Throwable failure) {
        try {
            runs.release();
        } catch (RuntimeException second) {
            failure.addSuppressed(new IllegalStateException("claims were not released", second));
        }
    }
}

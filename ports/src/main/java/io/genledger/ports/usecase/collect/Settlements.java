package io.genledger.ports.usecase.collect;

import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.usecase.collect.attempt.Attempt;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers.Finished;
import io.genledger.ports.usecase.collect.policy.Decision;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.RetryPolicy;
import io.genledger.ports.usecase.collect.policy.RunTime;
import io.genledger.ports.usecase.collect.policy.SettlementPolicy;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Retries failed attempts within the run, decides how to settle the others, and commits the
 * decisions. Decisions stay here while the ledger is unavailable. For use by one thread.
 */
final class Settlements {

    private final Claims claims;
    private final AccountRuns runs;
    private final SettlementPolicy policy;
    private final RunEnvironment runtime;
    private final List<Decided> decisions = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();

    Settlements(Claims claims, AccountRuns runs, SettlementPolicy policy, RunEnvironment runtime) {
        this.claims = claims;
        this.runs = runs;
        this.policy = policy;
        this.runtime = runtime;
    }

    /** A committed decision, the outcome of its id, and the run whose key was used last. */
    record Committed(AccountRun run, Decision decision, Outcome outcome) {}

    private record Decided(AccountRun run, Decision decision) {}

    /**
     * Retries a finished attempt if it failed and the run may repeat it; otherwise decides.
     *
     * @param mayRetry whether the run makes further requests with this key
     */
    void add(AccountRun run, Finished finished, boolean mayRetry) {
        Attempt attempt = finished.attempt();
        FetchResult result = finished.result();
        Optional<Duration> retry =
                mayRetry
                        ? RetryPolicy.retryAfter(result, attempt.failures(), runtime.random())
                        : Optional.empty();
        if (retry.isPresent()) {
            run.work()
                    .putBack(
                            attempt.retryAt(
                                    result, runtime.monotonic().instant().plus(retry.get())));
        } else {
            decide(run, attempt, result);
        }
    }

    /** Decides on the attempts that wait for a retry, for a run that makes no more requests. */
    void addRetries(AccountRun run) {
        run.work()
                .retries()
                .forEach(attempt ->
                        attempt.lastFailure().ifPresent(failure -> decide(run, attempt, failure)));
    }

    private void decide(AccountRun run, Attempt attempt, FetchResult result) {
        RunTime now = RunTime.of(runtime);
        Decision decision =
                policy.decide(
                        run.settledClaim(attempt, result), runs.settled(run, attempt, result), now);
        Instant start = now.wall().plus(run.gate().backoffLeft(now.monotonic()));
        decisions.add(new Decided(run, decision.notBefore(start)));
        if (result instanceof FetchResult.Faulted faulted) {
            faults.add(faulted.fault());
        }
    }

    /** Whether there is no decision to commit. */
    boolean isEmpty() {
        return decisions.isEmpty();
    }

    /**
     * Commits the decisions in one transaction.
     *
     * @return the outcomes of the ids that have one; a claim lost to another run has none
     */
    List<Committed> commit() {
        List<SettlementResult> results =
                claims.settle(
                        decisions.stream().map(each -> each.decision().settlement()).toList());
        List<Committed> committed = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Decided decided = decisions.get(i);
            decided.decision()
                    .outcomeAfter(results.get(i))
                    .map(outcome -> new Committed(decided.run(), decided.decision(), outcome))
                    .ifPresent(committed::add);
            decided.run().work().settled(List.of(decided.decision().id()));
        }
        decisions.clear();
        return committed;
    }

    /** Adds the faults that were not thrown to {@code failure}, which ends the run. */
    void suppressFaultsIn(Throwable failure) {
        faults.stream().filter(fault -> !fault.equals(failure)).forEach(failure::addSuppressed);
        faults.clear();
    }

    /** Throws the first fault of Genledger among the committed ids, with the others suppressed. */
    void throwFaults() {
        if (faults.isEmpty()) {
            return;
        }
        Throwable first = faults.remove(0);
        suppressFaultsIn(first);
        if (first instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first;
    }
}

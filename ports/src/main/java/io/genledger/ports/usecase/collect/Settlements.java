package io.genledger.ports.usecase.collect;

import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.usecase.collect.attempt.Attempt;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers.Finished;
import io.genledger.ports.usecase.collect.attempt.LeasedClaims;
import io.genledger.ports.usecase.collect.policy.Decision;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.RetryPolicy;
import io.genledger.ports.usecase.collect.policy.RunTime;
import io.genledger.ports.usecase.collect.policy.SettlementPolicy;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Retries failed attempts within the run, decides how to settle the others, and commits the
 * decisions. Decisions stay here while the ledger is unavailable. For use by one thread.
 */
final class Settlements {

    private final Claims claims;
    private final LeasedClaims work;
    private final SourceGate gate;
    private final SettlementPolicy policy;
    private final RunEnvironment runtime;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();

    Settlements(
            Claims claims,
            LeasedClaims work,
            SourceGate gate,
            SettlementPolicy policy,
            RunEnvironment runtime) {
        this.claims = claims;
        this.work = work;
        this.gate = gate;
        this.policy = policy;
        this.runtime = runtime;
    }

    /** A committed decision, and the outcome of its id. */
    record Committed(Decision decision, Outcome outcome) {}

    /**
     * Retries a finished attempt if it failed and the run may repeat it; otherwise decides.
     *
     * @param mayRetry whether the run makes further requests
     */
    void add(Finished finished, boolean mayRetry) {
        Attempt attempt = finished.attempt();
        FetchResult result = finished.result();
        Optional<Duration> retry =
                mayRetry
                        ? RetryPolicy.retryAfter(result, attempt.failures(), runtime.random())
                        : Optional.empty();
        if (retry.isPresent()) {
            work.putBack(attempt.retryAt(result, runtime.monotonic().instant().plus(retry.get())));
        } else {
            decide(attempt, result);
        }
    }

    /** Decides on the attempts that wait for a retry, for a run that makes no more requests. */
    void addRetries() {
        work.retries()
                .forEach(attempt ->
                        attempt.lastFailure().ifPresent(failure -> decide(attempt, failure)));
    }

    private void decide(Attempt attempt, FetchResult result) {
        RunTime now = RunTime.of(runtime);
        Decision decision = policy.decide(attempt.claim(), result, now);
        decisions.add(decision.notBefore(now.wall().plus(gate.backoffLeft(now.monotonic()))));
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
                claims.settle(decisions.stream().map(Decision::settlement).toList());
        List<Committed> committed = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Decision decision = decisions.get(i);
            decision.outcomeAfter(results.get(i))
                    .map(outcome -> new Committed(decision, outcome))
                    .ifPresent(committed::add);
        }
        work.settled(decisions.stream().map(Decision::id).toList());
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

package io.genledger.ports.usecase.collect.attempt;

import io.genledger.ports.usecase.collect.backoff.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Retries failed attempts within the run, and settles those that are not retried. */
public final class RetryStep {

    private final LeasedClaims work;
    private final RetryPolicy retries;
    private final SettlementPolicy policy;
    private final InstantSource monotonic;

    /** Puts retries back into {@code work}, as {@code retries} allows. */
    public RetryStep(
            LeasedClaims work,
            RetryPolicy retries,
            SettlementPolicy policy,
            InstantSource monotonic) {
        this.work = work;
        this.retries = retries;
        this.policy = policy;
        this.monotonic = monotonic;
    }

    /** The result to settle; empty if the attempt failed and is retried. */
    public Optional<AttemptResult> settleOrRetry(FetchWorkers.Finished finished) {
        if (!(finished.result() instanceof AttemptResult.Failed failure)) {
            return Optional.of(finished.result());
        }
        Attempt attempt = finished.attempt();
        Optional<Duration> wait = retries.retryAfter(attempt.failures(), failure.isRateLimited());
        if (wait.isEmpty()) {
            return Optional.of(policy.failed(failure));
        }
        work.putBack(attempt.retryAt(failure, monotonic.instant().plus(wait.get())));
        return Optional.empty();
    }

    /** Settlements of the attempts that wait for a retry, for a run that makes no more requests. */
    public List<AttemptResult> settleAll() {
        return work.retries().stream()
                .flatMap(attempt -> attempt.lastFailure().stream())
                .<AttemptResult>map(policy::failed)
                .toList();
    }
}

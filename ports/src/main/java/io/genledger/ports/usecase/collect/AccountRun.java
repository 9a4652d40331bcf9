package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.usecase.collect.attempt.Attempt;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers;
import io.genledger.ports.usecase.collect.attempt.LeasedClaims;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a run that uses the key of one account. Rate limits, backoffs and refusals concern
 * this key only.
 *
 * @param account the account of the key; empty for the only key of a run
 * @param gate decides how many requests may start
 * @param work the claims on the ids of the account, and on those that other keys did not find
 * @param workers fetch the ids with the key
 */
record AccountRun(
        Optional<AccountName> account, SourceGate gate, LeasedClaims work, FetchWorkers workers) {

    /** Claims more ids and starts their requests, unless the gate is closed. */
    void start() {
        if (!gate.isClosed()) {
            work.refill();
            workers.start();
        }
    }

    /** The claim of an attempt as it is settled: a record belongs to the account of this key. */
    Claim settledClaim(Attempt attempt, FetchResult result) {
        return account.filter(any -> result instanceof FetchResult.Decoded)
                .map(attempt.claim()::withAccount)
                .orElse(attempt.claim());
    }

    /** Claims once more before the end, because ids may have fallen due since the last claim. */
    boolean hasNothingDue() {
        return gate.isClosed() || (work.isEmpty() && !work.claimsMore());
    }

    /** When something may have to be done, by the monotonic clock. */
    Stream<Instant> nextActions(Instant now) {
        return Stream.concat(
                Stream.of(workers.nextPermit(), Optional.of(now.plus(gate.backoffLeft(now))))
                        .flatMap(Optional::stream),
                work.nextActions());
    }
}

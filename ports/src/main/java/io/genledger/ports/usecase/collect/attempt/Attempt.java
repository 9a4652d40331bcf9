package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import java.time.Instant;
import java.util.Optional;

/**
 * A fetch of one claimed id that is waiting or under way.
 *
 * @param claim the claim on the id
 * @param failures failed attempts of this run for the id; 0 or more
 * @param notBefore the earliest start of the request, by the monotonic clock
 * @param lastFailure the newest failure; empty if there is none
 */
record Attempt(
        Claim claim, int failures, Instant notBefore, Optional<AttemptResult.Failed> lastFailure) {

    static Attempt first(Claim claim) {
        return new Attempt(claim, 0, Instant.MIN, Optional.empty());
    }

    Attempt retryAt(AttemptResult.Failed failure, Instant start) {
        return new Attempt(claim, failures + 1, start, Optional.of(failure));
    }

    /** The same attempt under a claim whose lease was extended. */
    Attempt withClaim(Claim extended) {
        return new Attempt(extended, failures, notBefore, lastFailure);
    }

    /** The id to fetch. */
    GenerationId id() {
        return claim.id();
    }
}

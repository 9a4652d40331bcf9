package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import java.time.Instant;
import java.util.Optional;

/**
 * A claim that is to be fetched, or is being fetched.
 *
 * @param claim the right to fetch it
 * @param failures how often this collection has failed to fetch it so far
 * @param notBefore when it may be asked for, by the steady clock
 * @param lastFailure the last of the failures
 */
record Attempt(
        Claim claim, int failures, Instant notBefore, Optional<AttemptResult.Failed> lastFailure) {

    static Attempt first(Claim claim) {
        return new Attempt(claim, 0, Instant.MIN, Optional.empty());
    }

    Attempt again(AttemptResult.Failed failure, Instant when) {
        return new Attempt(claim, failures + 1, when, Optional.of(failure));
    }

    /** The same by a claim whose lease was extended. */
    Attempt by(Claim extended) {
        return new Attempt(extended, failures, notBefore, lastFailure);
    }

    GenerationId id() {
        return claim.id();
    }
}

package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fetch of one claimed id that is waiting or under way.
 *
 * @param claim the claim on the id
 * @param failures failed attempts of this run for the id; 0 or more
 * @param notBefore the earliest start of the request, by the monotonic clock
 * @param lastFailure the result of the last failed attempt; empty if there is none
 * @param without the accounts whose keys found no record in this attempt
 */
public record Attempt(
        Claim claim,
        int failures,
        Instant notBefore,
        Optional<FetchResult> lastFailure,
        Set<AccountName> without) {

    /** The first attempt of this run, which may start at {@code claimedAt}. */
    static Attempt first(Claim claim, Instant claimedAt) {
        return new Attempt(claim, 0, claimedAt, Optional.empty(), Set.of());
    }

    /** The next attempt after {@code failure}. */
    public Attempt retryAt(FetchResult failure, Instant start) {
        return new Attempt(claim, failures + 1, start, Optional.of(failure), without);
    }

    /**
     * The same attempt with another key, after that of {@code account} found no record.
     *
     * @param missing that result
     */
    public Attempt withoutRecordOf(AccountName account, FetchResult missing) {
        Set<AccountName> all =
                Stream.concat(without.stream(), Stream.of(account))
                        .collect(Collectors.toUnmodifiableSet());
        return new Attempt(claim, 0, notBefore, Optional.of(missing), all);
    }

    /** The same attempt under a claim whose lease was extended. */
    Attempt withClaim(Claim extended) {
        return new Attempt(extended, failures, notBefore, lastFailure, without);
    }

    /** The id to fetch. */
    GenerationId id() {
        return claim.id();
    }
}

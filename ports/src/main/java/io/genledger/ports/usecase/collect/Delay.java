package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which the source delays a run: it limits the rate or is unavailable. A delay ends with
 * the next response that is neither a failure nor a rate limit.
 *
 * @param since time of the first failure, by the wall clock
 * @param until end of the backoff that began when the delay was reported, in which the run makes no
 *     request, by the wall clock; empty if only single ids wait
 * @param rateLimited whether the source limits the rate; otherwise it is unavailable
 * @param reason why, for the user
 * @param account the account whose key is delayed; empty if the run has one key for all accounts
 */
public record Delay(
        Instant since,
        Optional<Instant> until,
        boolean rateLimited,
        String reason,
        Optional<AccountName> account) {

    /** A delay of the only key of a run. */
    public Delay(Instant since, Optional<Instant> until, boolean rateLimited, String reason) {
        this(since, until, rateLimited, reason, Optional.empty());
    }
}

package io.genledger.ports.source;

import io.genledger.domain.attribution.AccountName;
import java.util.Optional;

/**
 * A source that is asked with the key of one account.
 *
 * @param account the account of the key; empty for a key that fetches the ids of every account
 * @param source fetches with the key
 * @param rateLimiter the rate limit of the key
 */
public record AccountSource(
        Optional<AccountName> account, GenerationSource source, RateLimiter rateLimiter) {

    /** A source whose key fetches the ids of every account. */
    public static AccountSource ofEveryAccount(GenerationSource source, RateLimiter rateLimiter) {
        return new AccountSource(Optional.empty(), source, rateLimiter);
    }
}

package io.genledger.ports.queue;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/**
 * The right of one worker to fetch an id until its lease expires.
 *
 * @param id the claimed id
 * @param account the account with which it was tracked; of a refresh, that of its entry. Its record
 *     is settled with this account
 * @param since time at which it was tracked or last requeued
 * @param attempts attempts since then; 0 or more
 * @param refresh whether the generation is recorded and only refreshed
 * @param lease proof that the claim is held
 */
public record Claim(
        GenerationId id,
        AccountName account,
        Instant since,
        int attempts,
        boolean refresh,
        Lease lease) {

    /** This claim of an id whose record the key of another account has fetched. */
    public Claim withAccount(AccountName other) {
        return new Claim(id, other, since, attempts, refresh, lease);
    }
}

package io.genledger.ports.queue.admin;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * The queue entry of one id.
 *
 * @param id the tracked id
 * @param account the account with which it was tracked; since a refresh, that of its entry
 * @param state its state
 * @param refresh whether the generation is recorded and only refreshed
 * @param firstSeen time at which it was first tracked
 * @param attempts attempts since it was tracked or last requeued; 0 or more
 * @param due time from which it may be claimed; empty if it is not fetched again
 * @param leasedUntil expiry of its lease; empty if it is not claimed
 * @param lastOutcome the last outcome without a record; empty if there was none
 */
public record QueueEntry(
        GenerationId id,
        AccountName account,
        QueueState state,
        boolean refresh,
        Instant firstSeen,
        int attempts,
        Optional<Instant> due,
        Optional<Instant> leasedUntil,
        Optional<AttemptOutcome> lastOutcome) {}

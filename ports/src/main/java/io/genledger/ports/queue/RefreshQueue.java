package io.genledger.ports.queue;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;

/** Puts recorded generations into the queue for a refresh, with the account of their entry. */
public interface RefreshQueue {

    /** This queue, limited to generations of {@code account}. */
    RefreshQueue ofAccount(AccountName account);

    /**
     * Puts recorded generations into the queue, due at once, that have reached {@code age} and were
     * last received before they reached it. They stay recorded. Generations with inline usage only
     * are left out, because their record was never fetched; so are those in the queue.
     *
     * @param age minimum time since the creation of a generation
     * @param most the most generations to put there; 0 or more
     * @return how many were put there; fewer than {@code most} if there are no more
     * @throws LedgerUnavailableException if nothing could be written
     */
    int enqueue(Duration age, int most, Instant now);
}

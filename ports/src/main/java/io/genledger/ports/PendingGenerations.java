package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The durable queue of generations whose metadata is still to be fetched. Every method is one
 * transaction; what it did survives a crash. Safe for use by many threads and processes.
 */
public interface PendingGenerations {

    /**
     * Puts ids into the queue, due at once; when this returns, they are acknowledged. One that was
     * given up is revived.
     *
     * @throws LedgerUnavailableException if nothing could be written
     */
    Tracked track(Set<GenerationId> ids, Instant now);

    /**
     * Takes due ids, longest due first, so that nobody else does until the lease has run out. A
     * claim that is neither settled nor recorded by then is due again.
     *
     * @param most how many at most
     * @throws LedgerUnavailableException if the queue cannot be read or written
     */
    List<Claim> claim(int most, Instant now, Duration lease);

    /**
     * Puts down what was learnt about claimed ids. Recorded ids need no settling, and one that was
     * recorded meanwhile is left alone.
     *
     * @throws LedgerUnavailableException if nothing could be written
     */
    void settle(Collection<Settlement> settlements);

    /**
     * How many ids wait, and for what.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Backlog backlog(Instant now);

    /**
     * What tracking did, in numbers of ids.
     *
     * @param added are new in the queue, or were revived
     * @param pending were waiting already
     * @param kept are in the ledger already
     */
    record Tracked(int added, int pending, int kept) {}
}

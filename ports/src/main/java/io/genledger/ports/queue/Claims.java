package io.genledger.ports.queue;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Shares what is due among any number of workers: an id has one claim at a time. Every method is
 * one transaction; what it did survives a crash. Safe for use by many threads and processes.
 */
public interface Claims {

    /**
     * Takes due ids, longest due first, so that nobody else does until the lease has run out. A
     * claim that is not settled by then is due again; so is one that would last for longer than
     * {@link Lease#LONGEST_BELIEVED}.
     *
     * @param most how many at most
     * @param lease at most {@link Lease#LONGEST}
     * @throws LedgerUnavailableException if the queue cannot be read or written
     */
    List<Claim> claim(int most, Instant now, Duration lease);

    /**
     * Makes leases last longer.
     *
     * @param lease at most {@link Lease#LONGEST}
     * @return the claims that are still one's own, with their new leases; the others are lost
     * @throws LedgerUnavailableException if nothing could be written
     */
    List<Claim> extend(Collection<Claim> claims, Instant now, Duration lease);

    /**
     * Puts down what came of claims, all of it or nothing, and gives the claims back. Records go
     * into the ledger in the same transaction, whoever claims their ids by now; any other
     * settlement of a claim that is lost changes nothing.
     *
     * @return what each settlement did, in the same order
     * @throws LedgerUnavailableException if nothing could be written
     */
    List<SettlementResult> settle(List<Settlement> settlements);
}

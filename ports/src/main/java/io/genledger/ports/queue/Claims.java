package io.genledger.ports.queue;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Distributes due ids among workers of any number of processes; an id has one claim at a time. Each
 * method is one transaction, and its effect survives a crash. Safe for use by many threads and
 * processes.
 */
public interface Claims {

    /**
     * These claims, limited to the ids of {@code accounts}: {@link #claim} and {@link #makeDue}
     * leave the others alone, and {@link #nextDue} does not regard them. Their cost then grows with
     * the due ids of other accounts.
     *
     * @param accounts at least one
     */
    Claims ofAccounts(Set<AccountName> accounts);

    /**
     * The accounts of the ids that are pending or claimed. The cost grows with their number.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Set<AccountName> accountsPending();

    /** How much the clocks of the processes that share a queue may differ. */
    Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /**
     * Claims due ids, longest due first. No other worker can claim them until the lease expires. A
     * claim that is not settled by then is due again. A stored lease that would last longer than
     * {@link Lease#LONGEST_BELIEVED} counts as expired.
     *
     * @param most the most ids to claim; 0 or more
     * @param now the present time, by the wall clock that all processes share
     * @param lease duration of the lease, at most {@link Lease#LONGEST}
     * @return the new claims; fewer than {@code most} if no more ids are due
     * @throws LedgerUnavailableException if the queue cannot be read or written
     */
    List<Claim> claim(int most, Instant now, Duration lease);

    /**
     * Extends the leases of {@code claims}.
     *
     * @param lease duration of the new lease from {@code now}, at most {@link Lease#LONGEST}
     * @return the claims that are still held, with their new leases; the others are lost
     * @throws LedgerUnavailableException if nothing could be written
     */
    List<Claim> extend(Collection<Claim> claims, Instant now, Duration lease);

    /**
     * Settles claims, all or none. Records enter the ledger in the same transaction, even if the
     * claim is lost; any other settlement of a lost claim changes nothing.
     *
     * @return the result of each settlement, in the same order
     * @throws LedgerUnavailableException if the queue cannot be written; no claim is settled then,
     *     unless the connection was lost during the commit: whether all are is not known then
     */
    List<SettlementResult> settle(List<Settlement> settlements);

    /**
     * The earliest time at which a claim can succeed: an unclaimed id is due, or a lease expires.
     * May be past; empty if no id is pending or claimed. Its cost does not grow with the queue.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Optional<Instant> nextDue();

    /**
     * Makes pending ids due at once whose due time was computed by a clock that has been set back
     * since: their last attempt, or without one their tracking or requeuing, was more than {@link
     * #CLOCK_TOLERANCE} after {@code now}. So are those whose lease such a clock has set. Without
     * it, they would wait until the clock reaches that time again.
     *
     * @return how many ids are due now that were not; 0 or more
     * @throws LedgerUnavailableException if nothing could be written
     */
    int correctDueTimes(Instant now);

    /**
     * Makes pending ids due at once whose last attempt had the outcome {@code reason}. Claimed ids
     * stay claimed.
     *
     * @return how many ids are due now that were not; 0 or more
     * @throws LedgerUnavailableException if nothing could be written
     */
    int makeDue(Reason reason, Instant now);
}

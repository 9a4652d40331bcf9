package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.param;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.ports.queue.Lease;
import org.jooq.Condition;

/**
 * Leases as conditions on rows of the queue. A lease that would last longer than {@link
 * Lease#LONGEST_BELIEVED} was set by a wrong clock and counts as expired.
 */
final class LeaseConditions {

    private LeaseConditions() {}

    /** Pending rows without a lease. */
    static Condition isUnclaimed() {
        return QueueStates.isPending().and(TRACKED.LEASE.isNull());
    }

    /**
     * Rows whose lease has expired. Both branches repeat that there is a lease, because SQLite
     * would otherwise not use the index of leased rows for both.
     *
     * @param now microseconds since 1970
     */
    static Condition isExpired(long now) {
        Condition leased = TRACKED.LEASE.isNotNull();
        return leased.and(TRACKED.LEASED_UNTIL_US.le(now))
                .or(leased.and(TRACKED.LEASED_UNTIL_US.gt(latestBelieved(now))));
    }

    /**
     * Rows whose lease has not expired.
     *
     * @param now microseconds since 1970
     */
    static Condition isClaimed(long now) {
        return TRACKED.LEASE
                .isNotNull()
                .and(TRACKED.LEASED_UNTIL_US.gt(now))
                .and(TRACKED.LEASED_UNTIL_US.le(latestBelieved(now)));
    }

    /**
     * Rows without a lease, or with an expired one.
     *
     * @param now microseconds since 1970
     */
    static Condition isClaimable(long now) {
        return TRACKED.LEASED_UNTIL_US.isNull().or(isExpired(now));
    }

    /** The row of an id while its lease has this token; two parameters, in this order. */
    static Condition isHeld() {
        return TRACKED.ID
                .eq(param("id", TRACKED.ID))
                .and(TRACKED.LEASE.eq(param("token", TRACKED.LEASE)));
    }

    private static long latestBelieved(long now) {
        return Moments.toMicros(Moments.ofMicros(now).plus(Lease.LONGEST_BELIEVED));
    }
}

package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.admin.QueueState;
import org.jooq.Condition;
import org.jooq.Param;

/**
 * What a row of the queue can be like. The states are written out, because an index of some rows
 * serves only who asks for just those.
 */
final class QueueConditions {

    static final Param<String> PENDING = inline(Codes.of(QueueState.PENDING));
    static final Param<String> RECORDED = inline(Codes.of(QueueState.RECORDED));
    static final Param<String> GIVEN_UP = inline(Codes.of(QueueState.GIVEN_UP));
    static final Param<String> REFUSED = inline(Codes.of(QueueState.REFUSED));

    private QueueConditions() {}

    static Condition waits() {
        return TRACKED.STATE.eq(PENDING);
    }

    static Condition ended() {
        return TRACKED.STATE.in(GIVEN_UP, REFUSED);
    }

    static Condition open() {
        return TRACKED.STATE.ne(RECORDED);
    }

    /** Nobody claims it, and nobody did who died. */
    static Condition free() {
        return waits().and(TRACKED.LEASE.isNull());
    }

    /**
     * That it is leased is said twice: otherwise SQLite does not see that one index serves both.
     */
    static Condition leaseRanOutBy(long now) {
        Condition leased = TRACKED.LEASE.isNotNull();
        return leased.and(TRACKED.LEASED_UNTIL_US.le(now))
                .or(leased.and(TRACKED.LEASED_UNTIL_US.gt(lastBelieved(now))));
    }

    static Condition claimedAt(long now) {
        return TRACKED.LEASE
                .isNotNull()
                .and(TRACKED.LEASED_UNTIL_US.gt(now))
                .and(TRACKED.LEASED_UNTIL_US.le(lastBelieved(now)));
    }

    static Condition unclaimedAt(long now) {
        return TRACKED.LEASED_UNTIL_US.isNull().or(leaseRanOutBy(now));
    }

    private static long lastBelieved(long now) {
        return Moments.toMicros(Moments.ofMicros(now).plus(Lease.LONGEST_BELIEVED));
    }
}

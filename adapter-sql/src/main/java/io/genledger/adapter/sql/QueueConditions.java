package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.ports.QueueQuery;
import io.genledger.ports.QueueState;
import org.jooq.Condition;
import org.jooq.Param;

/**
 * What the queue is asked for, in the words of its indexes: the states are written out, because an
 * index of some rows serves only who asks for just those.
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

    static Condition leaseRanOutBy(long now) {
        return TRACKED.LEASE.isNotNull().and(TRACKED.LEASED_UNTIL_US.le(now));
    }

    static Condition claimedAt(long now) {
        return TRACKED.LEASE.isNotNull().and(TRACKED.LEASED_UNTIL_US.gt(now));
    }

    /**
     * As {@link #claimedAt}, of a row that is {@link #open} or not, by the columns of one index.
     */
    static Condition unclaimedAt(long now) {
        return TRACKED.LEASED_UNTIL_US.isNull().or(TRACKED.LEASED_UNTIL_US.le(now));
    }

    static Condition meantBy(QueueQuery query, long now) {
        Condition state = query.state().map(wanted -> in(wanted, now)).orElse(open());
        return query.reason()
                .map(Codes::of)
                .map(reason -> state.and(TRACKED.ANSWER_REASON.eq(reason)))
                .orElse(state);
    }

    private static Condition in(QueueState state, long now) {
        return switch (state) {
            case PENDING -> open().and(waits()).and(unclaimedAt(now));
            case CLAIMED -> claimedAt(now);
            case RECORDED -> TRACKED.STATE.eq(RECORDED);
            case GIVEN_UP -> open().and(TRACKED.STATE.eq(GIVEN_UP));
            case REFUSED -> open().and(TRACKED.STATE.eq(REFUSED));
        };
    }
}

package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;

import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;

/**
 * Disjoint parts of the queue, each served by one partial index. Recorded rows, by far the most,
 * are in no index.
 */
enum QueueBranch {
    /** Pending without a lease. */
    UNCLAIMED(QueueState.PENDING),
    /** Pending again, because the lease has expired. */
    EXPIRED(QueueState.PENDING),
    /** Claimed by a worker. */
    CLAIMED(QueueState.CLAIMED),
    /** Given up. */
    GIVEN_UP(QueueState.GIVEN_UP),
    /** Refused by the source. */
    REFUSED(QueueState.REFUSED),
    /** Recorded in the ledger. */
    RECORDED(QueueState.RECORDED);

    private final QueueState state;

    QueueBranch(QueueState state) {
        this.state = state;
    }

    /** The state that the port reports for these rows. */
    QueueState state() {
        return state;
    }

    /** The branches with rows that {@code query} selects. */
    static List<QueueBranch> of(QueueQuery query) {
        return Arrays.stream(values())
                .filter(one -> query.state().map(one.state::equals).orElse(one != RECORDED))
                .toList();
    }

    /**
     * The rows of this branch with the reason of {@code query}, if it has one.
     *
     * @param now microseconds since 1970
     */
    Condition rows(QueueQuery query, long now) {
        Condition branch = rows(now);
        return query.reason()
                .map(Codes::of)
                .map(reason -> branch.and(TRACKED.OUTCOME_REASON.eq(reason)))
                .orElse(branch);
    }

    private Condition rows(long now) {
        return switch (this) {
            case UNCLAIMED -> LeaseConditions.isUnclaimed();
            case EXPIRED -> LeaseConditions.isExpired(now);
            case CLAIMED -> LeaseConditions.isClaimed(now);
            case GIVEN_UP -> TRACKED.STATE.eq(QueueStates.GIVEN_UP);
            case REFUSED -> TRACKED.STATE.eq(QueueStates.REFUSED);
            case RECORDED -> TRACKED.STATE.eq(QueueStates.RECORDED);
        };
    }
}

package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;

import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;

/**
 * Where rows of the queue stand. Whoever asks for one standing at a time is served by one index: no
 * row is in two, and the recorded ones, of which there are the most, are in none.
 */
enum Standing {
    /** They wait, and nobody claims them. */
    FREE(QueueState.PENDING),
    /** They wait again, because who claimed them let the lease run out. */
    LAPSED(QueueState.PENDING),
    /** Somebody asks for them. */
    CLAIMED(QueueState.CLAIMED),
    /** Nobody asks for them any more. */
    GIVEN_UP(QueueState.GIVEN_UP),
    /** The source will not answer for them. */
    REFUSED(QueueState.REFUSED),
    /** Their records are kept. */
    RECORDED(QueueState.RECORDED);

    private final QueueState shown;

    Standing(QueueState shown) {
        this.shown = shown;
    }

    /** As what the queue shows them. */
    QueueState shown() {
        return shown;
    }

    /** The standings of which {@code query} means rows. */
    static List<Standing> meantBy(QueueQuery query) {
        return Arrays.stream(values())
                .filter(one -> query.state().map(one.shown::equals).orElse(one != RECORDED))
                .toList();
    }

    /** The rows that stand so, among them only those with the reason that {@code query} means. */
    Condition meantBy(QueueQuery query, long now) {
        Condition here = at(now);
        return query.reason()
                .map(Codes::of)
                .map(reason -> here.and(TRACKED.ANSWER_REASON.eq(reason)))
                .orElse(here);
    }

    private Condition at(long now) {
        return switch (this) {
            case FREE -> QueueConditions.free();
            case LAPSED -> QueueConditions.leaseRanOutBy(now);
            case CLAIMED -> QueueConditions.claimedAt(now);
            case GIVEN_UP -> TRACKED.STATE.eq(QueueConditions.GIVEN_UP);
            case REFUSED -> TRACKED.STATE.eq(QueueConditions.REFUSED);
            case RECORDED -> TRACKED.STATE.eq(QueueConditions.RECORDED);
        };
    }
}

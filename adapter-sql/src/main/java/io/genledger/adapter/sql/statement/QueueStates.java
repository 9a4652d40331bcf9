package io.genledger.adapter.sql.statement;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.ports.queue.admin.QueueState;
import org.jooq.Condition;
import org.jooq.Param;

/**
 * States of rows in the queue. They are inlined, because a database uses a partial index only if
 * the query repeats the index's condition literally.
 */
public final class QueueStates {

    /** Waits for a fetch; claimed while it has a lease. */
    public static final Param<String> PENDING = inline(Codes.of(QueueState.PENDING));

    /** The record is in the ledger. */
    public static final Param<String> RECORDED = inline(Codes.of(QueueState.RECORDED));

    /** Not fetched again: the record was not found in time. */
    public static final Param<String> GIVEN_UP = inline(Codes.of(QueueState.GIVEN_UP));

    /** Not fetched again: the source refused the id. */
    public static final Param<String> REFUSED = inline(Codes.of(QueueState.REFUSED));

    private QueueStates() {}

    /** Rows that wait for a fetch, claimed ones included. */
    public static Condition isPending() {
        return TRACKED.STATE.eq(PENDING);
    }

    /** Rows that were given up or refused. */
    public static Condition isTerminal() {
        return TRACKED.STATE.in(GIVEN_UP, REFUSED);
    }

    /** Rows that are not recorded. */
    public static Condition isOpen() {
        return TRACKED.STATE.ne(RECORDED);
    }
}

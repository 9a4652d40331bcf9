package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.tables.tables.records.TrackedRecord;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import org.jooq.Query;
import org.jooq.UpdateSetMoreStep;

/** The statements that settle claims; each takes its parameters in the order they are listed in. */
final class SettlementSql {

    /** Id. Whoever claims it: what is recorded is recorded. */
    static final Bulk RECORD = new Bulk(record());

    /** When, id. Notes that a record which was read once more said the same. */
    static final Bulk LOG_SAME_AGAIN = new Bulk(logSameAgain());

    /** Due, when answered, reason, words, id, token. */
    static final Bulk ASK_AGAIN = new Bulk(askAgain());

    /** State, when answered, reason, words, id, token. */
    static final Bulk END = new Bulk(end());

    /** What, when answered, reason, words, when, id, token. To be run before {@link #END}. */
    static final Bulk LOG_END = new Bulk(logEnd());

    /** Id, token. */
    static final Bulk RELEASE = new Bulk(release().where(JooqClaims.held()));

    private SettlementSql() {}

    private static UpdateSetMoreStep<TrackedRecord> release() {
        return update(TRACKED)
                .set(TRACKED.LEASE, inline(null, TRACKED.LEASE))
                .set(TRACKED.LEASED_UNTIL_US, inline(null, TRACKED.LEASED_UNTIL_US));
    }

    private static Query record() {
        return release()
                .set(
                        TRACKED.ATTEMPTS,
                        TRACKED.ATTEMPTS.plus(
                                when(QueueConditions.waits(), inline(1)).otherwise(inline(0))))
                .set(TRACKED.STATE, QueueConditions.RECORDED)
                .set(TRACKED.REREAD, inline(false))
                .where(TRACKED.ID.eq(param("id", TRACKED.ID)));
    }

    private static Query logSameAgain() {
        return insertInto(
                        LEDGER_LOG,
                        LEDGER_LOG.AT_US,
                        LEDGER_LOG.GENERATION_ID,
                        LEDGER_LOG.WHAT,
                        LEDGER_LOG.ATTEMPTS)
                .select(
                        select(
                                        param("at", LEDGER_LOG.AT_US),
                                        TRACKED.ID,
                                        inline(Codes.of(Kind.REFRESHED)),
                                        TRACKED.ATTEMPTS.plus(inline(1)))
                                .from(TRACKED)
                                .where(TRACKED.ID.eq(param("id", TRACKED.ID)))
                                .and(TRACKED.REREAD.eq(inline(true))));
    }

    private static Query askAgain() {
        return answered(release().set(TRACKED.NEXT_DUE_US, param("due", TRACKED.NEXT_DUE_US)))
                .where(JooqClaims.held());
    }

    /** A generation whose record is kept stays recorded, whatever came of reading it once more. */
    private static Query end() {
        return answered(
                        release()
                                .set(
                                        TRACKED.STATE,
                                        when(
                                                        TRACKED.REREAD.eq(inline(true)),
                                                        QueueConditions.RECORDED)
                                                .otherwise(param("state", TRACKED.STATE))))
                .set(TRACKED.REREAD, inline(false))
                .where(JooqClaims.held());
    }

    private static UpdateSetMoreStep<TrackedRecord> answered(
            UpdateSetMoreStep<TrackedRecord> update) {
        return update.set(TRACKED.ATTEMPTS, TRACKED.ATTEMPTS.plus(inline(1)))
                .set(TRACKED.ANSWERED_AT_US, param("at", TRACKED.ANSWERED_AT_US))
                .set(TRACKED.ANSWER_REASON, param("reason", TRACKED.ANSWER_REASON))
                .set(TRACKED.ANSWER, param("words", TRACKED.ANSWER));
    }

    private static Query logEnd() {
        return insertInto(
                        LEDGER_LOG,
                        LEDGER_LOG.WHAT,
                        LEDGER_LOG.ANSWERED_AT_US,
                        LEDGER_LOG.ANSWER_REASON,
                        LEDGER_LOG.ANSWER,
                        LEDGER_LOG.GENERATION_ID,
                        LEDGER_LOG.ATTEMPTS,
                        LEDGER_LOG.AT_US)
                .select(
                        select(
                                        when(
                                                        TRACKED.REREAD.eq(inline(true)),
                                                        inline(Codes.of(Kind.REFRESHED)))
                                                .otherwise(param("what", LEDGER_LOG.WHAT)),
                                        param("at", LEDGER_LOG.ANSWERED_AT_US),
                                        param("reason", LEDGER_LOG.ANSWER_REASON),
                                        param("words", LEDGER_LOG.ANSWER),
                                        TRACKED.ID,
                                        TRACKED.ATTEMPTS.plus(inline(1)),
                                        coalesce(param("at", LEDGER_LOG.AT_US), TRACKED.SINCE_US))
                                .from(TRACKED)
                                .where(JooqClaims.held()));
    }
}

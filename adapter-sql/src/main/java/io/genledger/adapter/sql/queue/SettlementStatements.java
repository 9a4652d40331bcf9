package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.adapter.sql.tables.tables.records.TrackedRecord;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import org.jooq.Query;
import org.jooq.UpdateSetMoreStep;

/** The statements that settle claims; each lists its parameters in the order of binding. */
final class SettlementStatements {

    /** Account, id; without a token: a record counts even if the lease is lost. */
    static final BulkStatement RECORD = new BulkStatement(record());

    /** Time of the fetch, id. Logs that a refresh brought an unchanged record. */
    static final BulkStatement LOG_UNCHANGED_REFRESH = new BulkStatement(logUnchangedRefresh());

    /** Next due, outcome (time, reason, message), id, token. */
    static final BulkStatement DEFER = new BulkStatement(defer());

    /** State, outcome (time, reason, message), id, token. */
    static final BulkStatement END = new BulkStatement(end());

    /**
     * Kind, outcome (time, reason, message), time of the outcome, id, token. Executed before {@link
     * #END}.
     */
    static final BulkStatement LOG_END = new BulkStatement(logEnd());

    /** Id, token. */
    static final BulkStatement RELEASE =
            new BulkStatement(release().where(LeaseConditions.isHeld()));

    private SettlementStatements() {}

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
                                when(QueueStates.isPending(), inline(1)).otherwise(inline(0))))
                .set(TRACKED.STATE, QueueStates.RECORDED)
                .set(TRACKED.REFRESH, inline(false))
                .set(TRACKED.ACCOUNT, param("account", TRACKED.ACCOUNT))
                .where(TRACKED.ID.eq(param("id", TRACKED.ID)));
    }

    private static Query logUnchangedRefresh() {
        return insertInto(
                        LEDGER_LOG,
                        LEDGER_LOG.AT_US,
                        LEDGER_LOG.GENERATION_ID,
                        LEDGER_LOG.KIND,
                        LEDGER_LOG.ATTEMPTS)
                .select(
                        select(
                                        param("at", LEDGER_LOG.AT_US),
                                        TRACKED.ID,
                                        inline(Codes.of(Kind.REFRESHED)),
                                        TRACKED.ATTEMPTS.plus(inline(1)))
                                .from(TRACKED)
                                .where(TRACKED.ID.eq(param("id", TRACKED.ID)))
                                .and(TRACKED.REFRESH.eq(inline(true))));
    }

    private static Query defer() {
        return withOutcome(release().set(TRACKED.NEXT_DUE_US, param("due", TRACKED.NEXT_DUE_US)))
                .where(LeaseConditions.isHeld());
    }

    /** A refresh that fails leaves the generation recorded. */
    private static Query end() {
        return withOutcome(
                        release()
                                .set(
                                        TRACKED.STATE,
                                        when(TRACKED.REFRESH.eq(inline(true)), QueueStates.RECORDED)
                                                .otherwise(param("state", TRACKED.STATE))))
                .set(TRACKED.REFRESH, inline(false))
                .where(LeaseConditions.isHeld());
    }

    private static UpdateSetMoreStep<TrackedRecord> withOutcome(
            UpdateSetMoreStep<TrackedRecord> update) {
        return update.set(TRACKED.ATTEMPTS, TRACKED.ATTEMPTS.plus(inline(1)))
                .set(TRACKED.OUTCOME_AT_US, param("at", TRACKED.OUTCOME_AT_US))
                .set(TRACKED.OUTCOME_REASON, param("reason", TRACKED.OUTCOME_REASON))
                .set(TRACKED.OUTCOME_MESSAGE, param("message", TRACKED.OUTCOME_MESSAGE));
    }

    private static Query logEnd() {
        return insertInto(
                        LEDGER_LOG,
                        LEDGER_LOG.KIND,
                        LEDGER_LOG.OUTCOME_AT_US,
                        LEDGER_LOG.OUTCOME_REASON,
                        LEDGER_LOG.OUTCOME_MESSAGE,
                        LEDGER_LOG.GENERATION_ID,
                        LEDGER_LOG.ATTEMPTS,
                        LEDGER_LOG.AT_US)
                .select(
                        select(
                                        when(
                                                        TRACKED.REFRESH.eq(inline(true)),
                                                        inline(Codes.of(Kind.REFRESHED)))
                                                .otherwise(param("kind", LEDGER_LOG.KIND)),
                                        param("at", LEDGER_LOG.OUTCOME_AT_US),
                                        param("reason", LEDGER_LOG.OUTCOME_REASON),
                                        param("message", LEDGER_LOG.OUTCOME_MESSAGE),
                                        TRACKED.ID,
                                        TRACKED.ATTEMPTS.plus(inline(1)),
                                        coalesce(param("at", LEDGER_LOG.AT_US), TRACKED.SINCE_US))
                                .from(TRACKED)
                                .where(LeaseConditions.isHeld()));
    }
}

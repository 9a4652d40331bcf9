package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Writes into the log what a row of the queue says, before it changes. */
final class LogRows {

    static final List<Field<?>> COLUMNS =
            List.of(
                    LEDGER_LOG.GENERATION_ID,
                    LEDGER_LOG.AT_US,
                    LEDGER_LOG.WHAT,
                    LEDGER_LOG.ATTEMPTS,
                    LEDGER_LOG.ANSWERED_AT_US,
                    LEDGER_LOG.ANSWER_REASON,
                    LEDGER_LOG.ANSWER);

    private LogRows() {}

    /** Notes that {@code kind} happened to all rows of {@code which}; answers how many. */
    static int write(DSLContext sql, Kind kind, long at, Condition which) {
        return sql.insertInto(LEDGER_LOG, COLUMNS)
                .select(
                        sql.select(
                                        TRACKED.ID,
                                        val(at),
                                        inline(Codes.of(kind)),
                                        TRACKED.ATTEMPTS,
                                        TRACKED.ANSWERED_AT_US,
                                        TRACKED.ANSWER_REASON,
                                        TRACKED.ANSWER)
                                .from(TRACKED)
                                .where(which))
                .execute();
    }

    /** Notes when all rows of {@code which} were tracked. */
    static void writeTracked(DSLContext sql, Condition which) {
        sql.insertInto(
                        LEDGER_LOG,
                        LEDGER_LOG.GENERATION_ID,
                        LEDGER_LOG.AT_US,
                        LEDGER_LOG.WHAT,
                        LEDGER_LOG.ATTEMPTS)
                .select(
                        sql.select(
                                        TRACKED.ID,
                                        TRACKED.FIRST_SEEN_US,
                                        inline(Codes.of(Kind.TRACKED)),
                                        inline(0))
                                .from(TRACKED)
                                .where(which))
                .execute();
    }
}

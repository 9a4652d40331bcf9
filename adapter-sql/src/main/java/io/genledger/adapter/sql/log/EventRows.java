package io.genledger.adapter.sql.log;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.statement.Codes;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Copies rows of the queue into the event log before they change. */
public final class EventRows {

    private static final List<Field<?>> COLUMNS =
            List.of(
                    LEDGER_LOG.GENERATION_ID,
                    LEDGER_LOG.AT_US,
                    LEDGER_LOG.KIND,
                    LEDGER_LOG.ATTEMPTS,
                    LEDGER_LOG.OUTCOME_AT_US,
                    LEDGER_LOG.OUTCOME_REASON,
                    LEDGER_LOG.OUTCOME_MESSAGE);

    private EventRows() {}

    /**
     * Logs an event for each row of the queue that {@code selection} selects.
     *
     * @param at microseconds since 1970
     * @return the number of events
     */
    public static int write(DSLContext sql, Kind kind, long at, Condition selection) {
        return sql.insertInto(LEDGER_LOG, COLUMNS)
                .select(
                        sql.select(
                                        TRACKED.ID,
                                        val(at),
                                        inline(Codes.of(kind)),
                                        TRACKED.ATTEMPTS,
                                        TRACKED.OUTCOME_AT_US,
                                        TRACKED.OUTCOME_REASON,
                                        TRACKED.OUTCOME_MESSAGE)
                                .from(TRACKED)
                                .where(selection))
                .execute();
    }

    /** Logs the event {@link Kind#TRACKED}, at the time it happened, for each selected row. */
    public static void writeTracked(DSLContext sql, Condition selection) {
        sql.insertInto(
                        LEDGER_LOG,
                        LEDGER_LOG.GENERATION_ID,
                        LEDGER_LOG.AT_US,
                        LEDGER_LOG.KIND,
                        LEDGER_LOG.ATTEMPTS)
                .select(
                        sql.select(
                                        TRACKED.ID,
                                        TRACKED.FIRST_SEEN_US,
                                        inline(Codes.of(Kind.TRACKED)),
                                        inline(0))
                                .from(TRACKED)
                                .where(selection))
                .execute();
    }
}

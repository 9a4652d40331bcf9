package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.log.EventRows;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Rows of the queue that were given up or refused. */
final class TerminalRows {

    private TerminalRows() {}

    /**
     * Makes the terminal rows of {@code selection} pending and due at once, and logs each of them.
     *
     * @return the number of rows
     */
    static int requeue(DSLContext sql, Condition selection, Instant now) {
        long moment = Moments.toMicros(now);
        Condition terminal = QueueStates.isTerminal().and(selection);
        int logged = EventRows.write(sql, Kind.REQUEUED, moment, terminal);
        if (logged > 0) {
            sql.update(TRACKED)
                    .set(TRACKED.STATE, QueueStates.PENDING)
                    .set(TRACKED.SINCE_US, moment)
                    .set(TRACKED.NEXT_DUE_US, moment)
                    .set(TRACKED.ATTEMPTS, inline(0))
                    .set(TRACKED.LOOKED_UP, inline(false))
                    .where(terminal)
                    .execute();
        }
        return logged;
    }
}

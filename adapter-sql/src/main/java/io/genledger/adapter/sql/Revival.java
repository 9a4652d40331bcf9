package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Lets entries wait again that were given up or refused. */
final class Revival {

    private Revival() {}

    /** Revives those of {@code which} that ended, with a trace; answers how many. */
    static int ofEnded(DSLContext sql, Condition which, Instant now) {
        long moment = Moments.toMicros(now);
        Condition ended = QueueConditions.ended().and(which);
        int logged = LogRows.write(sql, Kind.REQUEUED, moment, ended);
        if (logged > 0) {
            sql.update(TRACKED)
                    .set(TRACKED.STATE, QueueConditions.PENDING)
                    .set(TRACKED.SINCE_US, moment)
                    .set(TRACKED.NEXT_DUE_US, moment)
                    .set(TRACKED.ATTEMPTS, inline(0))
                    .where(ended)
                    .execute();
        }
        return logged;
    }
}

package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.param;

import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Finds by an index what was read too young, and puts it beside the ids that wait. */
final class JooqRefreshQueue implements RefreshQueue {

    private static final Bulk ENQUEUE = new Bulk(enqueue());

    private final Session session;

    JooqRefreshQueue(Session session) {
        this.session = session;
    }

    @Override
    public int enqueue(Duration age, int most, Instant now) {
        return session.write(sql -> {
            List<String> due = due(sql, age.toSeconds(), now.getEpochSecond(), most);
            Chunks.of(due).forEach(some -> noteAge(sql, some, now.getEpochSecond()));
            long moment = Moments.toMicros(now);
            Chunks.of(due).forEach(some -> log(sql, some, moment));
            ENQUEUE.execute(
                    sql,
                    due.stream().map(id -> new Object[] {id, moment, moment, moment}).toList());
            return due.size();
        });
    }

    private static List<String> due(DSLContext sql, long age, long now, int most) {
        return sql.select(GENERATION.ID)
                .from(GENERATION)
                .where(GENERATION.READ_AGE_S.lt(age))
                .and(GENERATION.CREATED_AT.le(now - age))
                .and(GENERATION.INLINE.isFalse())
                .limit(most)
                .fetch(GENERATION.ID);
    }

    /** It counts as read at its present age from now on, so that nobody finds it again. */
    private static void noteAge(DSLContext sql, List<String> ids, long now) {
        sql.update(GENERATION)
                .set(GENERATION.READ_AGE_S, inline(now).minus(GENERATION.CREATED_AT))
                .where(GENERATION.ID.in(ids))
                .execute();
    }

    private static void log(DSLContext sql, List<String> ids, long now) {
        Condition recorded = TRACKED.ID.in(ids).and(TRACKED.STATE.eq(QueueConditions.RECORDED));
        var unused = LogRows.write(sql, Kind.REFRESH_DUE, now, recorded);
    }

    private static Query enqueue() {
        return insertInto(TRACKED)
                .set(TRACKED.ID, param("id", TRACKED.ID))
                .set(TRACKED.FIRST_SEEN_US, param("seen", TRACKED.FIRST_SEEN_US))
                .set(TRACKED.SINCE_US, param("since", TRACKED.SINCE_US))
                .set(TRACKED.NEXT_DUE_US, param("due", TRACKED.NEXT_DUE_US))
                .set(TRACKED.STATE, QueueConditions.PENDING)
                .set(TRACKED.REREAD, inline(true))
                .set(TRACKED.ATTEMPTS, inline(0))
                .onConflict(TRACKED.ID)
                .doUpdate()
                .set(TRACKED.STATE, excluded(TRACKED.STATE))
                .set(TRACKED.REREAD, excluded(TRACKED.REREAD))
                .set(TRACKED.SINCE_US, excluded(TRACKED.SINCE_US))
                .set(TRACKED.NEXT_DUE_US, excluded(TRACKED.NEXT_DUE_US))
                .set(TRACKED.ATTEMPTS, excluded(TRACKED.ATTEMPTS))
                .where(TRACKED.STATE.eq(QueueConditions.RECORDED));
    }
}

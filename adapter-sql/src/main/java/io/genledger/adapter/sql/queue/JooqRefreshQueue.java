package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.log.EventRows;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record1;

/** Finds generations to fetch again by an index on their age, and enqueues them. */
public final class JooqRefreshQueue implements RefreshQueue {

    private static final BulkStatement ENQUEUE = new BulkStatement(enqueue());

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqRefreshQueue(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public int enqueue(Duration age, int most, Instant now) {
        long second = now.getEpochSecond();
        long moment = Moments.toMicros(now);
        return connection.write(
                most,
                sql -> {
                    List<String> due = lockDue(sql, isDue(age.toSeconds(), second), most);
                    Chunks.of(due).forEach(some -> noteAge(sql, some, second));
                    Chunks.of(due).forEach(some -> log(sql, some, moment));
                    ENQUEUE.execute(
                            sql,
                            due.stream()
                                    .map(id -> new Object[] {id, moment, moment, moment})
                                    .toList());
                    return due.size();
                });
    }

    /** Ids in their order, without those that another transaction enqueues or corrects. */
    private static List<String> lockDue(DSLContext sql, Condition isDue, int most) {
        List<String> found =
                sql.fetch(select(GENERATION.ID).from(GENERATION).where(isDue).limit(most))
                        .map(Record1::value1);
        Engine.of(sql).lockRows(sql, TRACKED.ID, found);
        return Chunks.of(found.stream().sorted().toList())
                .flatMap(some -> lockDue(sql, isDue.and(GENERATION.ID.in(some))).stream())
                .toList();
    }

    private static List<String> lockDue(DSLContext sql, Condition selection) {
        return sql.fetch(
                        Engine.of(sql)
                                .skipLocked(
                                        select(GENERATION.ID)
                                                .from(GENERATION)
                                                .where(selection)
                                                .orderBy(GENERATION.ID)))
                .map(Record1::value1);
    }

    private static Condition isDue(long age, long now) {
        return GENERATION
                .READ_AGE_S
                .lt(age)
                .and(GENERATION.CREATED_AT.le(now - age))
                .and(GENERATION.INLINE.isFalse());
    }

    /** Sets the age at the last fetch to the present age, so that the index lists it no more. */
    private static void noteAge(DSLContext sql, List<String> ids, long now) {
        sql.update(GENERATION)
                .set(GENERATION.READ_AGE_S, inline(now).minus(GENERATION.CREATED_AT))
                .where(GENERATION.ID.in(ids))
                .execute();
    }

    private static void log(DSLContext sql, List<String> ids, long now) {
        Condition recorded = TRACKED.ID.in(ids).and(TRACKED.STATE.eq(QueueStates.RECORDED));
        var unused = EventRows.write(sql, Kind.REFRESH_DUE, now, recorded);
    }

    private static Query enqueue() {
        return JooqPendingGenerations.insert(true)
                .onConflict(TRACKED.ID)
                .doUpdate()
                .set(TRACKED.STATE, excluded(TRACKED.STATE))
                .set(TRACKED.REFRESH, excluded(TRACKED.REFRESH))
                .set(TRACKED.SINCE_US, excluded(TRACKED.SINCE_US))
                .set(TRACKED.NEXT_DUE_US, excluded(TRACKED.NEXT_DUE_US))
                .set(TRACKED.ATTEMPTS, excluded(TRACKED.ATTEMPTS))
                .where(TRACKED.STATE.eq(QueueStates.RECORDED));
    }
}

package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.log.EventRows;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Enqueues generations to fetch again. */
public final class JooqRefreshQueue implements RefreshQueue {

    private static final BulkStatement ENQUEUE = new BulkStatement(enqueue());

    private final LedgerConnection connection;
    private final Optional<AccountName> account;

    /** Reads and writes over {@code connection}. */
    public JooqRefreshQueue(LedgerConnection connection) {
        this(connection, Optional.empty());
    }

    private JooqRefreshQueue(LedgerConnection connection, Optional<AccountName> account) {
        this.connection = connection;
        this.account = account;
    }

    @Override
    public RefreshQueue ofAccount(AccountName only) {
        return new JooqRefreshQueue(connection, Optional.of(only));
    }

    @Override
    public int enqueue(Duration age, int most, Instant now) {
        return connection.write(
                Math.max(1, most),
                sql -> {
                    RefreshScan scan =
                            new RefreshScan(sql, account, age.toSeconds(), now.getEpochSecond());
                    List<RefreshScan.Due> due = scan.next(most);
                    long moment = Moments.toMicros(now);
                    Chunks.of(RefreshScan.ids(due)).forEach(some -> log(sql, some, moment));
                    ENQUEUE.execute(sql, due.stream().map(one -> row(one, moment)).toList());
                    return due.size();
                });
    }

    private static Object[] row(RefreshScan.Due due, long now) {
        return new Object[] {due.id(), due.account(), now, now, now};
    }

    private static void log(DSLContext sql, List<String> ids, long now) {
        Condition recorded = TRACKED.ID.in(ids).and(TRACKED.STATE.eq(QueueStates.RECORDED));
        var unused = EventRows.write(sql, Kind.REFRESH_DUE, now, recorded);
    }

    private static Query enqueue() {
        return JooqPendingGenerations.insert(true)
                .onConflict(TRACKED.ID)
                .doUpdate()
                .set(TRACKED.ACCOUNT, excluded(TRACKED.ACCOUNT))
                .set(TRACKED.STATE, excluded(TRACKED.STATE))
                .set(TRACKED.REFRESH, excluded(TRACKED.REFRESH))
                .set(TRACKED.SINCE_US, excluded(TRACKED.SINCE_US))
                .set(TRACKED.NEXT_DUE_US, excluded(TRACKED.NEXT_DUE_US))
                .set(TRACKED.ATTEMPTS, excluded(TRACKED.ATTEMPTS))
                .set(TRACKED.LOOKED_UP, inline(false))
                .where(TRACKED.STATE.eq(QueueStates.RECORDED));
    }
}

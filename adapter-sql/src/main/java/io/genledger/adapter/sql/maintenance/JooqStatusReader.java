package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.SCHEMA_VERSION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.ports.report.StatusReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;

/** Reads the condition of a ledger by the indexes of the queue and the newest entries. */
public final class JooqStatusReader implements StatusReader {

    /** Bounds the time that the last fetch takes in a ledger of imported records. */
    private static final int NEWEST_ENTRIES = 100_000;

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqStatusReader(LedgerConnection connection) {
        this.connection = connection;
    }

    /** Each condition is that of a partial index. */
    @Override
    public Waiting waiting() {
        return connection.read(sql -> {
            List<Record2<Integer, Long>> parts =
                    List.of(
                            waiting(sql, QueueStates.isPending().and(TRACKED.LEASE.isNull())),
                            waiting(sql, TRACKED.LEASE.isNotNull()));
            return new Waiting(
                    parts.stream().mapToLong(Record2::value1).sum(),
                    parts.stream()
                            .flatMap(part -> Stream.ofNullable(part.value2()))
                            .min(Long::compare)
                            .map(Moments::ofMicros));
        });
    }

    private static Record2<Integer, Long> waiting(DSLContext sql, Condition rows) {
        return sql.select(count(), min(TRACKED.FIRST_SEEN_US))
                .from(TRACKED)
                .where(rows.and(TRACKED.REFRESH.eq(inline(false))))
                .fetchSingle();
    }

    @Override
    public Optional<Instant> lastFetch() {
        return connection.read(sql ->
                sql.select(max(ENTRY.RECEIVED_US))
                        .from(ENTRY)
                        .where(ENTRY.FETCHED.eq(1), ENTRY.SIGN.eq(1))
                        .and(
                                ENTRY.SEQ.gt(
                                        select(max(ENTRY.SEQ).minus(inline(NEWEST_ENTRIES)))
                                                .from(ENTRY)))
                        .fetchOptional(max(ENTRY.RECEIVED_US))
                        .map(Moments::ofMicros));
    }

    @Override
    public Storage storage() {
        return connection.read(sql ->
                new Storage(
                        Math.toIntExact(
                                sql.select(max(SCHEMA_VERSION.VERSION))
                                        .from(SCHEMA_VERSION)
                                        .fetchSingle()
                                        .value1()),
                        Engine.of(sql).bytes(sql)));
    }
}

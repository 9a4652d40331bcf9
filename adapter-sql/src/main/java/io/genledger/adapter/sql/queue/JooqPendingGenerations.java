package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.queue.SelectedRows.ROWS;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.adapter.sql.tables.tables.records.TrackedRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record1;
import org.jooq.ResultQuery;

/** The queue as one table of all ids that were ever tracked. */
public final class JooqPendingGenerations implements PendingGenerations {

    private static final BulkStatement INSERT = new BulkStatement(insert(false));

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqPendingGenerations(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Tracked track(Set<GenerationId> ids, Instant now) {
        // Sorted, so that new rows are appended at the end of the primary key's index.
        List<String> all = ids.stream().map(GenerationId::value).sorted().toList();
        return all.isEmpty()
                ? Tracked.NOTHING
                : connection.write(sql ->
                        Chunks.of(all)
                                .map(some -> track(sql, some, now))
                                .reduce(Tracked.NOTHING, Tracked::plus));
    }

    private static Tracked track(DSLContext sql, List<String> ids, Instant now) {
        Set<String> recorded =
                fetch(
                        sql.select(GENERATION.ID)
                                .from(GENERATION)
                                .where(GENERATION.ID.in(ids))
                                .and(GENERATION.READ_AGE_S.isNotNull()));
        List<String> wanted = ids.stream().filter(id -> !recorded.contains(id)).toList();
        Set<String> known =
                fetch(sql.select(TRACKED.ID).from(TRACKED).where(TRACKED.ID.in(wanted)));
        Condition isTerminal = QueueStates.isTerminal().and(TRACKED.ID.in(known));
        int terminal = known.isEmpty() ? 0 : sql.fetchCount(TRACKED, isTerminal);
        List<String> unknown = wanted.stream().filter(id -> !known.contains(id)).toList();
        long moment = Moments.toMicros(now);
        INSERT.execute(
                sql,
                unknown.stream().map(id -> new Object[] {id, moment, moment, moment}).toList());
        return new Tracked(unknown.size(), known.size() - terminal, recorded.size(), terminal);
    }

    private static Set<String> fetch(ResultQuery<Record1<String>> ids) {
        return new HashSet<>(ids.fetch(row -> row.value1()));
    }

    /** Inserts a pending row; parameters: id, first seen, since, next due. */
    static InsertSetMoreStep<TrackedRecord> insert(boolean refresh) {
        return insertInto(TRACKED)
                .set(TRACKED.ID, param("id", TRACKED.ID))
                .set(TRACKED.FIRST_SEEN_US, param("seen", TRACKED.FIRST_SEEN_US))
                .set(TRACKED.SINCE_US, param("since", TRACKED.SINCE_US))
                .set(TRACKED.NEXT_DUE_US, param("due", TRACKED.NEXT_DUE_US))
                .set(TRACKED.STATE, QueueStates.PENDING)
                .set(TRACKED.REFRESH, inline(refresh))
                .set(TRACKED.ATTEMPTS, inline(0));
    }

    @Override
    public Backlog backlog(Instant now) {
        long moment = Moments.toMicros(now);
        Condition due = isShownAs(QueueState.PENDING).and(ROWS.NEXT_DUE_US.le(moment));
        Condition later = isShownAs(QueueState.PENDING).and(ROWS.NEXT_DUE_US.gt(moment));
        return connection.read(sql ->
                sql.select(
                                count().filterWhere(due),
                                count().filterWhere(later),
                                count().filterWhere(isShownAs(QueueState.CLAIMED)),
                                count().filterWhere(isShownAs(QueueState.GIVEN_UP)),
                                count().filterWhere(isShownAs(QueueState.REFUSED)),
                                min(ROWS.NEXT_DUE_US).filterWhere(later))
                        .from(SelectedRows.of(QueueQuery.OPEN, moment))
                        .fetchSingle(row ->
                                new Backlog(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        Optional.ofNullable(row.value6()).map(Moments::ofMicros))));
    }

    private static Condition isShownAs(QueueState state) {
        return SelectedRows.SHOWN_STATE.eq(inline(Codes.of(state)));
    }
}

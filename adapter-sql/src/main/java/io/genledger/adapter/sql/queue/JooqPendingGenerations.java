package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.queue.SelectedRows.ROWS;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.adapter.sql.tables.tables.records.TrackedRecord;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Select;

/** The queue as one table of all ids that were ever tracked. */
public final class JooqPendingGenerations implements PendingGenerations {

    private static final BulkStatement TRACK = new BulkStatement(track(false));

    private static final BulkStatement TRACK_LOOKED_UP = new BulkStatement(track(true));

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqPendingGenerations(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Tracked track(Set<GenerationId> ids, AccountName account, Instant now) {
        // Sorted, so that new rows are appended at the end of the primary key's index.
        List<String> all = ids.stream().map(GenerationId::value).sorted().toList();
        return all.isEmpty()
                ? Tracked.NOTHING
                : connection.write(
                        all.size(),
                        sql ->
                                Chunks.of(all)
                                        .map(some ->
                                                track(sql, some, account, Moments.toMicros(now)))
                                        .reduce(Tracked.NOTHING, Tracked::plus));
    }

    /** Tracks an id because it was looked up; returns whether it is new in the queue. */
    public static boolean trackLookedUp(
            DSLContext sql, GenerationId id, AccountName account, Instant now) {
        Object[] row = row(id.value(), account, Moments.toMicros(now));
        return TRACK_LOOKED_UP.execute(sql, List.<Object[]>of(row))[0] > 0;
    }

    private static Object[] row(String id, AccountName account, long now) {
        return new Object[] {id, account.value(), now, now, now, id};
    }

    private static Tracked track(DSLContext sql, List<String> ids, AccountName account, long now) {
        int[] added = TRACK.execute(sql, ids.stream().map(id -> row(id, account, now)).toList());
        List<String> others =
                IntStream.range(0, added.length)
                        .filter(i -> added[i] == 0)
                        .mapToObj(ids::get)
                        .toList();
        if (others.isEmpty()) {
            return new Tracked(ids.size(), 0, 0, 0);
        }
        unmark(sql, others);
        return countKnown(sql, others).plus(new Tracked(ids.size() - others.size(), 0, 0, 0));
    }

    /** Makes ids count as tracked that were only looked up before. */
    private static void unmark(DSLContext sql, List<String> ids) {
        Condition lookedUp = TRACKED.ID.in(ids).and(TRACKED.LOOKED_UP).and(QueueStates.isPending());
        List<String> marked =
                sql.select(TRACKED.ID).from(TRACKED).where(lookedUp).fetch(TRACKED.ID);
        if (!marked.isEmpty()) {
            Engine.of(sql).lockRows(sql, TRACKED.ID, marked);
            sql.update(TRACKED)
                    .set(TRACKED.LOOKED_UP, inline(false))
                    .where(TRACKED.ID.in(marked))
                    .execute();
        }
    }

    /** Counts ids that are in the queue or recorded. */
    private static Tracked countKnown(DSLContext sql, List<String> ids) {
        Condition terminal = TRACKED.ID.in(ids).and(QueueStates.isTerminal());
        return sql.select(
                        field(
                                selectCount()
                                        .from(GENERATION)
                                        .where(isRecorded(GENERATION.ID.in(ids)))),
                        field(
                                selectCount()
                                        .from(TRACKED)
                                        .where(terminal)
                                        .andNotExists(recorded(TRACKED.ID))))
                .fetchSingle(row -> {
                    int recorded = row.value1();
                    int givenUp = row.value2();
                    return new Tracked(0, ids.size() - recorded - givenUp, recorded, givenUp);
                });
    }

    /**
     * Inserts a pending row, unless there is one or the id is recorded; the id comes again last.
     */
    private static Query track(boolean lookedUp) {
        return insertInto(
                        TRACKED,
                        TRACKED.ID,
                        TRACKED.ACCOUNT,
                        TRACKED.FIRST_SEEN_US,
                        TRACKED.SINCE_US,
                        TRACKED.NEXT_DUE_US,
                        TRACKED.STATE,
                        TRACKED.REFRESH,
                        TRACKED.ATTEMPTS,
                        TRACKED.LOOKED_UP)
                .select(
                        select(
                                        param("id", TRACKED.ID),
                                        param("account", TRACKED.ACCOUNT),
                                        param("seen", TRACKED.FIRST_SEEN_US),
                                        param("since", TRACKED.SINCE_US),
                                        param("due", TRACKED.NEXT_DUE_US),
                                        QueueStates.PENDING,
                                        inline(false),
                                        inline(0),
                                        inline(lookedUp))
                                .whereNotExists(recorded(param("recorded", TRACKED.ID))))
                .onConflictDoNothing();
    }

    /** The recorded generation with this id; inline usage alone is provisional. */
    public static Select<Record1<Integer>> recorded(Field<String> id) {
        return selectOne().from(GENERATION).where(isRecorded(GENERATION.ID.eq(id)));
    }

    private static Condition isRecorded(Condition generation) {
        return generation.and(GENERATION.READ_AGE_S.isNotNull());
    }

    /** Inserts a pending row; parameters: id, account, first seen, since, next due. */
    static InsertSetMoreStep<TrackedRecord> insert(boolean refresh) {
        return insertInto(TRACKED)
                .set(TRACKED.ID, param("id", TRACKED.ID))
                .set(TRACKED.ACCOUNT, param("account", TRACKED.ACCOUNT))
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

package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.log.EventRows;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueQuery;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;

/** Changes rows of the queue by hand; logs those that are requeued or dropped first. */
public final class JooqQueueEditor implements QueueEditor {

    /** Rows per transaction, so that it blocks other writers for a fraction of a second only. */
    private static final int BATCH = 10_000;

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqQueueEditor(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Requeued requeue(Set<GenerationId> ids, Instant now) {
        long moment = Moments.toMicros(now);
        return connection.write(
                ids.size(),
                sql -> {
                    Set<GenerationId> claimed = new LinkedHashSet<>();
                    Set<GenerationId> due =
                            changeOpen(
                                    sql,
                                    ids,
                                    open -> {
                                        Condition held =
                                                open.and(LeaseConditions.isClaimed(moment));
                                        claimed.addAll(idsOf(sql, held));
                                        requeue(sql, open, now);
                                    });
                    due.removeAll(claimed);
                    return new Requeued(due, claimed);
                });
    }

    /** Pending rows first: requeued rows are pending as well. */
    private static void requeue(DSLContext sql, Condition open, Instant now) {
        long moment = Moments.toMicros(now);
        makeDue(
                sql,
                open.and(QueueStates.isPending()).and(LeaseConditions.isClaimable(moment)),
                moment);
        TerminalRows.requeue(sql, open, now);
    }

    @Override
    public long requeueAll(QueueQuery query, Instant now) {
        long moment = Moments.toMicros(now);
        return QueueBranch.of(query).stream()
                .mapToLong(branch -> requeueAll(branch, branch.rows(query, moment), now))
                .sum();
    }

    private long requeueAll(QueueBranch branch, Condition selection, Instant now) {
        return switch (branch) {
            case UNCLAIMED, EXPIRED -> makeAllDue(selection, Moments.toMicros(now));
            case GIVEN_UP, REFUSED ->
                    inBatches(selection, (sql, some) -> TerminalRows.requeue(sql, some, now));
            case CLAIMED, RECORDED -> 0;
        };
    }

    private long makeAllDue(Condition selection, long now) {
        Condition due = selection.and(TRACKED.NEXT_DUE_US.le(now));
        Condition later = selection.and(TRACKED.NEXT_DUE_US.gt(now));
        long already = connection.read(sql -> (long) sql.fetchCount(TRACKED, due));
        return already + inBatches(later, (sql, some) -> makeDue(sql, some, now));
    }

    /**
     * Repeats {@code work}, one transaction each time, until {@code selection} is empty.
     *
     * @param work changes rows so that {@code selection} no longer selects them
     * @return the number of rows
     */
    private long inBatches(Condition selection, BiFunction<DSLContext, Condition, Integer> work) {
        long all = 0;
        long some;
        do {
            some = connection.write(BATCH, sql -> changeBatch(sql, selection, work));
            all += some;
        } while (some == BATCH);
        return all;
    }

    private static long changeBatch(
            DSLContext sql, Condition selection, BiFunction<DSLContext, Condition, Integer> work) {
        // A row that another transaction has locked is being claimed, requeued or dropped by it.
        List<String> ids =
                sql.fetch(
                                Engine.of(sql)
                                        .skipLocked(
                                                sql.select(TRACKED.ID)
                                                        .from(TRACKED)
                                                        .where(selection)
                                                        .limit(BATCH)))
                        .map(Record1::value1);
        return Chunks.of(ids).mapToLong(some -> work.apply(sql, TRACKED.ID.in(some))).sum();
    }

    private static int makeDue(DSLContext sql, Condition selection, long moment) {
        return sql.update(TRACKED)
                .set(
                        TRACKED.NEXT_DUE_US,
                        when(TRACKED.NEXT_DUE_US.gt(moment), moment).otherwise(TRACKED.NEXT_DUE_US))
                .where(selection)
                .execute();
    }

    @Override
    public Set<GenerationId> forget(Set<GenerationId> ids, Instant now) {
        return connection.write(
                ids.size(), sql -> changeOpen(sql, ids, open -> forget(sql, open, now)));
    }

    private static void forget(DSLContext sql, Condition selection, Instant now) {
        Condition refresh = selection.and(TRACKED.REFRESH.eq(inline(true)));
        Condition unrecorded = selection.and(TRACKED.REFRESH.eq(inline(false)));
        EventRows.writeTracked(sql, unrecorded);
        EventRows.write(sql, Kind.FORGOTTEN, Moments.toMicros(now), selection);
        sql.update(TRACKED)
                .set(TRACKED.STATE, QueueStates.RECORDED)
                .set(TRACKED.REFRESH, inline(false))
                .set(TRACKED.LEASE, inline(null, TRACKED.LEASE))
                .set(TRACKED.LEASED_UNTIL_US, inline(null, TRACKED.LEASED_UNTIL_US))
                .where(refresh)
                .execute();
        sql.deleteFrom(TRACKED).where(unrecorded).execute();
    }

    /** Applies {@code change} to the open entries among {@code ids} and returns their ids. */
    private static Set<GenerationId> changeOpen(
            DSLContext sql, Set<GenerationId> ids, Consumer<Condition> change) {
        List<String> all = ids.stream().map(GenerationId::value).toList();
        Engine.of(sql).lockRows(sql, TRACKED.ID, all);
        Set<GenerationId> found = new LinkedHashSet<>();
        Chunks.of(all)
                .forEach(some -> {
                    Condition open = TRACKED.ID.in(some).and(QueueStates.isOpen());
                    found.addAll(idsOf(sql, open));
                    change.accept(open);
                });
        return found;
    }

    private static List<GenerationId> idsOf(DSLContext sql, Condition selection) {
        return sql.select(TRACKED.ID)
                .from(TRACKED)
                .where(selection)
                .fetch(row -> new GenerationId(row.value1()));
    }
}

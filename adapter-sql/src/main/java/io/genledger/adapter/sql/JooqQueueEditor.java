package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueQuery;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Changes rows of the queue, and leaves a trace in the log before it does. */
final class JooqQueueEditor implements QueueEditor {

    /** So many take a fraction of a second. */
    private static final int AT_A_TIME = 10_000;

    private final Session session;

    JooqQueueEditor(Session session) {
        this.session = session;
    }

    @Override
    public Requeued requeue(Set<GenerationId> ids, Instant now) {
        long moment = Moments.toMicros(now);
        Set<GenerationId> claimed = new LinkedHashSet<>();
        Set<GenerationId> due =
                withOpen(
                        ids,
                        (sql, open) -> {
                            Condition held = open.and(QueueConditions.claimedAt(moment));
                            claimed.addAll(idsOf(sql, held));
                            Condition waiting = open.and(QueueConditions.waits());
                            // First those that wait: afterwards the ended ones do, too.
                            return makeDue(
                                            sql,
                                            waiting.and(QueueConditions.unclaimedAt(moment)),
                                            moment)
                                    + Revival.ofEnded(sql, open, now);
                        });
        due.removeAll(claimed);
        return new Requeued(due, claimed);
    }

    @Override
    public long requeueAll(QueueQuery query, Instant now) {
        long moment = Moments.toMicros(now);
        return Standing.meantBy(query).stream()
                .mapToLong(one -> requeueAll(one, one.meantBy(query, moment), now))
                .sum();
    }

    private long requeueAll(Standing standing, Condition which, Instant now) {
        return switch (standing) {
            case FREE, LAPSED -> makeAllDue(which, Moments.toMicros(now));
            case GIVEN_UP, REFUSED ->
                    inTurns(which, (sql, some) -> Revival.ofEnded(sql, some, now));
            case CLAIMED, RECORDED -> 0;
        };
    }

    private long makeAllDue(Condition which, long now) {
        Condition due = which.and(TRACKED.NEXT_DUE_US.le(now));
        Condition later = which.and(TRACKED.NEXT_DUE_US.gt(now));
        long already = session.read(sql -> (long) sql.fetchCount(TRACKED, due));
        return already + inTurns(later, (sql, some) -> makeDue(sql, some, now));
    }

    /** Does {@code work} on rows of {@code which} until there are none; it makes them others. */
    private long inTurns(Condition which, BiFunction<DSLContext, Condition, Integer> work) {
        long all = 0;
        long some;
        do {
            some = session.write(sql -> workOnSome(sql, which, work));
            all += some;
        } while (some == AT_A_TIME);
        return all;
    }

    private static long workOnSome(
            DSLContext sql, Condition which, BiFunction<DSLContext, Condition, Integer> work) {
        List<String> ids =
                sql.select(TRACKED.ID)
                        .from(TRACKED)
                        .where(which)
                        .limit(AT_A_TIME)
                        .fetch(TRACKED.ID);
        return Chunks.of(ids).mapToLong(some -> work.apply(sql, TRACKED.ID.in(some))).sum();
    }

    private static int makeDue(DSLContext sql, Condition which, long moment) {
        return sql.update(TRACKED)
                .set(
                        TRACKED.NEXT_DUE_US,
                        when(TRACKED.NEXT_DUE_US.gt(moment), moment).otherwise(TRACKED.NEXT_DUE_US))
                .where(which)
                .execute();
    }

    @Override
    public Set<GenerationId> forget(Set<GenerationId> ids, Instant now) {
        return withOpen(ids, (sql, open) -> forget(sql, open, now));
    }

    private static int forget(DSLContext sql, Condition which, Instant now) {
        Condition reread = which.and(TRACKED.REREAD.eq(inline(true)));
        Condition unread = which.and(TRACKED.REREAD.eq(inline(false)));
        LogRows.writeTracked(sql, unread);
        LogRows.write(sql, Kind.FORGOTTEN, Moments.toMicros(now), which);
        int kept =
                sql.update(TRACKED)
                        .set(TRACKED.STATE, QueueConditions.RECORDED)
                        .set(TRACKED.REREAD, inline(false))
                        .set(TRACKED.LEASE, inline(null, TRACKED.LEASE))
                        .set(TRACKED.LEASED_UNTIL_US, inline(null, TRACKED.LEASED_UNTIL_US))
                        .where(reread)
                        .execute();
        return kept + sql.deleteFrom(TRACKED).where(unread).execute();
    }

    /** Does {@code work} on those of {@code ids} that are open; answers which these were. */
    private Set<GenerationId> withOpen(
            Set<GenerationId> ids, BiFunction<DSLContext, Condition, Integer> work) {
        List<String> all = ids.stream().map(GenerationId::value).toList();
        return session.write(sql -> {
            Set<GenerationId> found = new LinkedHashSet<>();
            Chunks.of(all)
                    .forEach(some -> {
                        Condition open = TRACKED.ID.in(some).and(QueueConditions.open());
                        found.addAll(idsOf(sql, open));
                        var unused = work.apply(sql, open);
                    });
            return found;
        });
    }

    private static List<GenerationId> idsOf(DSLContext sql, Condition which) {
        return sql.select(TRACKED.ID)
                .from(TRACKED)
                .where(which)
                .fetch(row -> new GenerationId(row.value1()));
    }
}

package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.PENDING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Backlog;
import io.genledger.ports.Claim;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;

/** The queue as one table, which recording a generation takes its id from. */
final class JooqPendingGenerations implements PendingGenerations {

    private static final String WAITS = "pending";
    private static final String GIVEN_UP = "given_up";

    private static final Bulk INSERT_OR_REVIVE = new Bulk(insertOrRevive());
    private static final Bulk SETTLE = new Bulk(settle());

    private final Session session;

    JooqPendingGenerations(Session session) {
        this.session = session;
    }

    @Override
    public Tracked track(Set<GenerationId> ids, Instant now) {
        // In the order of the index, which grows at its end then.
        List<String> all = ids.stream().map(GenerationId::value).sorted().toList();
        return all.isEmpty()
                ? new Tracked(0, 0, 0)
                : session.write(sql -> track(sql, all, Moments.toMicros(now)));
    }

    private static Tracked track(DSLContext sql, List<String> ids, long now) {
        Set<String> kept = kept(sql, ids);
        List<Object[]> rows =
                ids.stream()
                        .filter(id -> !kept.contains(id))
                        .map(id -> new Object[] {id, now, now})
                        .toList();
        int added = Arrays.stream(INSERT_OR_REVIVE.execute(sql, rows)).sum();
        return new Tracked(added, rows.size() - added, kept.size());
    }

    private static Set<String> kept(DSLContext sql, List<String> ids) {
        Set<String> kept = new HashSet<>();
        Chunks.of(ids)
                .forEach(some ->
                        kept.addAll(
                                sql.select(GENERATION.ID)
                                        .from(GENERATION)
                                        .where(GENERATION.ID.in(some))
                                        .fetch(GENERATION.ID)));
        return kept;
    }

    /** Counts as one row where the id is new or was given up, and as none where it waits. */
    private static Query insertOrRevive() {
        return insertInto(PENDING)
                .set(PENDING.ID, param("id", PENDING.ID))
                .set(PENDING.FIRST_SEEN_US, param("now", PENDING.FIRST_SEEN_US))
                .set(PENDING.NEXT_DUE_US, param("due", PENDING.NEXT_DUE_US))
                .set(PENDING.STATE, inline(WAITS))
                .set(PENDING.ATTEMPTS, inline(0))
                .onConflict(PENDING.ID)
                .doUpdate()
                .set(PENDING.FIRST_SEEN_US, excluded(PENDING.FIRST_SEEN_US))
                .set(PENDING.NEXT_DUE_US, excluded(PENDING.NEXT_DUE_US))
                .set(PENDING.STATE, excluded(PENDING.STATE))
                .set(PENDING.ATTEMPTS, excluded(PENDING.ATTEMPTS))
                .set(PENDING.LAST_ANSWER, inline(null, PENDING.LAST_ANSWER))
                .where(PENDING.STATE.eq(inline(GIVEN_UP)));
    }

    @Override
    public List<Claim> claim(int most, Instant now, Duration lease) {
        long moment = Moments.toMicros(now);
        return session.write(sql -> {
            takeBackFromTheDead(sql, moment);
            return claim(sql, most, moment, Moments.toMicros(now.plus(lease)));
        });
    }

    private static void takeBackFromTheDead(DSLContext sql, long now) {
        sql.update(PENDING)
                .set(PENDING.LEASED_UNTIL_US, inline(null, PENDING.LEASED_UNTIL_US))
                .where(PENDING.LEASED_UNTIL_US.le(now))
                .execute();
    }

    private static List<Claim> claim(DSLContext sql, int most, long now, long until) {
        return sql
                .update(PENDING)
                .set(PENDING.LEASED_UNTIL_US, until)
                .where(
                        PENDING.ID.in(
                                select(PENDING.ID)
                                        .from(PENDING)
                                        .where(waits())
                                        .and(PENDING.LEASED_UNTIL_US.isNull())
                                        .and(PENDING.NEXT_DUE_US.le(now))
                                        .orderBy(PENDING.NEXT_DUE_US)
                                        .limit(most)))
                .returning()
                .fetch()
                .stream()
                .sorted(Comparator.comparing(row -> row.getNextDueUs()))
                .map(JooqPendingGenerations::toClaim)
                .toList();
    }

    private static Claim toClaim(Record row) {
        return new Claim(
                new GenerationId(row.get(PENDING.ID)),
                Moments.ofMicros(row.get(PENDING.FIRST_SEEN_US)),
                row.get(PENDING.ATTEMPTS));
    }

    @Override
    public void settle(Collection<Settlement> settlements) {
        List<Object[]> rows = settlements.stream().map(JooqPendingGenerations::toRow).toList();
        if (!rows.isEmpty()) {
            session.write(sql -> SETTLE.execute(sql, rows));
        }
    }

    private static Query settle() {
        return update(PENDING)
                .set(PENDING.STATE, coalesce(param("state", PENDING.STATE), PENDING.STATE))
                .set(
                        PENDING.NEXT_DUE_US,
                        coalesce(param("due", PENDING.NEXT_DUE_US), PENDING.NEXT_DUE_US))
                .set(PENDING.ATTEMPTS, PENDING.ATTEMPTS.plus(param("attempts", PENDING.ATTEMPTS)))
                .set(
                        PENDING.LAST_ANSWER,
                        coalesce(param("answer", PENDING.LAST_ANSWER), PENDING.LAST_ANSWER))
                .set(PENDING.LEASED_UNTIL_US, inline(null, PENDING.LEASED_UNTIL_US))
                .where(PENDING.ID.eq(param("id", PENDING.ID)));
    }

    /** State, next due, further attempts, answer, id; null leaves a column as it was. */
    private static Object[] toRow(Settlement settlement) {
        String id = settlement.id().value();
        return settlement.fold(
                later -> new Object[] {WAITS, Moments.toMicros(later.due()), 1, later.answer(), id},
                over -> new Object[] {GIVEN_UP, null, 1, over.reason(), id},
                released -> new Object[] {null, null, 0, null, id});
    }

    @Override
    public Backlog backlog(Instant now) {
        long moment = Moments.toMicros(now);
        Condition claimed = PENDING.LEASED_UNTIL_US.gt(moment);
        Condition free = waits().and(PENDING.LEASED_UNTIL_US.isNull().or(claimed.not()));
        Condition due = free.and(PENDING.NEXT_DUE_US.le(moment));
        Condition later = free.and(PENDING.NEXT_DUE_US.gt(moment));
        return session.read(sql ->
                sql.select(
                                count().filterWhere(due),
                                count().filterWhere(later),
                                count().filterWhere(waits().and(claimed)),
                                count().filterWhere(PENDING.STATE.eq(inline(GIVEN_UP))),
                                min(PENDING.NEXT_DUE_US).filterWhere(later))
                        .from(PENDING)
                        .fetchSingle(row ->
                                new Backlog(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        Optional.ofNullable(row.value5()).map(Moments::ofMicros))));
    }

    private static Condition waits() {
        return PENDING.STATE.eq(inline(WAITS));
    }
}

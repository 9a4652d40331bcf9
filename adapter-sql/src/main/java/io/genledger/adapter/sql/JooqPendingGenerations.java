package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.MeantRows.ROWS;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;

/** The queue as one table of all ids that were ever tracked. */
final class JooqPendingGenerations implements PendingGenerations {

    private static final Bulk INSERT = new Bulk(insert());

    private final Session session;

    JooqPendingGenerations(Session session) {
        this.session = session;
    }

    @Override
    public Tracked track(Set<GenerationId> ids, Instant now) {
        // In the order of the index, which grows at its end then.
        List<String> all = ids.stream().map(GenerationId::value).sorted().toList();
        return all.isEmpty()
                ? Tracked.NOTHING
                : session.write(sql ->
                        Chunks.of(all)
                                .map(some -> track(sql, some, now))
                                .reduce(Tracked.NOTHING, Tracked::plus));
    }

    private static Tracked track(DSLContext sql, List<String> ids, Instant now) {
        Set<String> kept =
                fetch(
                        sql.select(GENERATION.ID)
                                .from(GENERATION)
                                .where(GENERATION.ID.in(ids))
                                .and(GENERATION.INLINE.isFalse()));
        List<String> wanted = ids.stream().filter(id -> !kept.contains(id)).toList();
        Set<String> known =
                fetch(sql.select(TRACKED.ID).from(TRACKED).where(TRACKED.ID.in(wanted)));
        Condition over = QueueConditions.ended().and(TRACKED.ID.in(known));
        int ended = known.isEmpty() ? 0 : sql.fetchCount(TRACKED, over);
        List<String> unknown = wanted.stream().filter(id -> !known.contains(id)).toList();
        long moment = Moments.toMicros(now);
        INSERT.execute(
                sql,
                unknown.stream().map(id -> new Object[] {id, moment, moment, moment}).toList());
        return new Tracked(unknown.size(), known.size() - ended, kept.size(), ended);
    }

    private static Set<String> fetch(ResultQuery<Record1<String>> ids) {
        return new HashSet<>(ids.fetch(row -> row.value1()));
    }

    private static Query insert() {
        return insertInto(TRACKED)
                .set(TRACKED.ID, param("id", TRACKED.ID))
                .set(TRACKED.FIRST_SEEN_US, param("seen", TRACKED.FIRST_SEEN_US))
                .set(TRACKED.SINCE_US, param("since", TRACKED.SINCE_US))
                .set(TRACKED.NEXT_DUE_US, param("due", TRACKED.NEXT_DUE_US))
                .set(TRACKED.STATE, QueueConditions.PENDING)
                .set(TRACKED.REREAD, inline(false))
                .set(TRACKED.ATTEMPTS, inline(0));
    }

    @Override
    public Backlog backlog(Instant now) {
        long moment = Moments.toMicros(now);
        Condition due = shownAs(QueueState.PENDING).and(ROWS.NEXT_DUE_US.le(moment));
        Condition later = shownAs(QueueState.PENDING).and(ROWS.NEXT_DUE_US.gt(moment));
        return session.read(sql ->
                sql.select(
                                count().filterWhere(due),
                                count().filterWhere(later),
                                count().filterWhere(shownAs(QueueState.CLAIMED)),
                                count().filterWhere(shownAs(QueueState.GIVEN_UP)),
                                count().filterWhere(shownAs(QueueState.REFUSED)),
                                min(ROWS.NEXT_DUE_US).filterWhere(later))
                        .from(MeantRows.of(QueueQuery.OPEN, moment))
                        .fetchSingle(row ->
                                new Backlog(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        Optional.ofNullable(row.value6()).map(Moments::ofMicros))));
    }

    private static Condition shownAs(QueueState state) {
        return MeantRows.SHOWN.eq(inline(Codes.of(state)));
    }

    private static Select<Record1<Long>> first(Field<Long> moment, Condition condition) {
        return select(min(moment)).from(TRACKED).where(condition);
    }

    @Override
    public Optional<Instant> nextDue() {
        return session.read(sql ->
                Stream.of(
                                first(TRACKED.NEXT_DUE_US, QueueConditions.free()),
                                first(TRACKED.LEASED_UNTIL_US, TRACKED.LEASE.isNotNull()))
                        .map(sql::fetchValue)
                        .filter(Objects::nonNull)
                        .min(Long::compare)
                        .map(Moments::ofMicros));
    }
}

package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.report.Uncollected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Counts the tracked generations that are in no sum. */
final class UncollectedCount {

    /** How much earlier a generation may have been created than its id or its tracking says. */
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final List<Field<?>> COLUMNS =
            List.of(TRACKED.ID, TRACKED.ACCOUNT, TRACKED.STATE, TRACKED.FIRST_SEEN_US);

    private static final List<Condition> OPEN =
            List.of(
                    QueueStates.isPending().and(TRACKED.LEASE.isNull()),
                    TRACKED.LEASE.isNotNull(),
                    TRACKED.STATE
                            .eq(QueueStates.GIVEN_UP)
                            .or(TRACKED.STATE.eq(QueueStates.REFUSED)));

    private final SpendQuery query;
    private final Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);

    private UncollectedCount(SpendQuery query) {
        this.query = query;
    }

    /** Those that the range and the filters by account of {@code query} select. */
    static Uncollected of(DSLContext sql, SpendQuery query) {
        UncollectedCount count = new UncollectedCount(query);
        Streamed.read(
                sql, query.asOf().map(count::rowsAsOf).orElseGet(() -> rows(OPEN)), count::add);
        return new Uncollected(
                count.of(QueueState.PENDING),
                count.of(QueueState.GIVEN_UP),
                count.of(QueueState.REFUSED));
    }

    /** Rows by the partial index of their state; those with inline usage or a record are summed. */
    private static Select<Record> rows(List<Condition> conditions) {
        return conditions.stream()
                .map(condition ->
                        select(COLUMNS)
                                .from(TRACKED)
                                .where(condition)
                                .and(
                                        notExists(
                                                selectOne()
                                                        .from(GENERATION)
                                                        .where(GENERATION.ID.eq(TRACKED.ID)))))
                .<Select<Record>>map(one -> one)
                .reduce(Select::unionAll)
                .orElseThrow();
    }

    /**
     * The rows that were tracked until {@code moment}, without a record then. A record that came
     * later is found by its time of creation, which is hardly before that in the id.
     */
    private Select<Record> rowsAsOf(Instant moment) {
        long end = Moments.toMicros(moment);
        Condition tracked = TRACKED.FIRST_SEEN_US.le(inline(end));
        return rows(OPEN.stream().map(tracked::and).toList())
                .unionAll(
                        select(COLUMNS)
                                .from(ENTRY)
                                .join(TRACKED)
                                .on(TRACKED.ID.eq(ENTRY.GENERATION))
                                .where(ENTRY.REVISION.eq(inline(1)))
                                .and(ENTRY.SIGN.eq(inline(1)))
                                .and(ENTRY.RECORDED_US.gt(inline(end)))
                                .and(
                                        query.range()
                                                .since()
                                                .map(since -> since.minus(EARLIER))
                                                .map(Moments::toMicros)
                                                .map(since -> ENTRY.CREATED_US.ge(inline(since)))
                                                .orElse(noCondition()))
                                .and(tracked));
    }

    private void add(ResultSet row) throws SQLException {
        Optional<String> account = Optional.of(row.getString(2));
        boolean isSelected =
                GenerationFilter.by(Dimension.ACCOUNT, query.filters())
                        .allMatch(filter -> filter.selects(account));
        if (isSelected && query.range().contains(time(row))) {
            counts.merge(stateIn(row), 1L, Long::sum);
        }
    }

    /** One that has been recorded since was going to be fetched. */
    private static QueueState stateIn(ResultSet row) throws SQLException {
        QueueState state = Codes.to(QueueState.class, row.getString(3));
        return state == QueueState.RECORDED ? QueueState.PENDING : state;
    }

    private static Instant time(ResultSet row) throws SQLException {
        Optional<Instant> started = new GenerationId(row.getString(1)).startedAt();
        return started.isPresent() ? started.get() : Moments.ofMicros(row.getLong(4));
    }

    private long of(QueueState state) {
        return counts.getOrDefault(state, 0L);
    }
}

package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.report.Uncollected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;

/** Counts the tracked generations that are in no sum. */
final class UncollectedCount {

    private final SpendQuery query;
    private final Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);

    private UncollectedCount(SpendQuery query) {
        this.query = query;
    }

    /** Those that the range and the filters by account of {@code query} select. */
    static Uncollected of(DSLContext sql, SpendQuery query) {
        UncollectedCount count = new UncollectedCount(query);
        Streamed.read(sql, rows(), count::add);
        return new Uncollected(
                count.of(QueueState.PENDING),
                count.of(QueueState.GIVEN_UP),
                count.of(QueueState.REFUSED));
    }

    /** Rows by the partial index of their state; those with inline usage or a record are summed. */
    private static ResultQuery<Record> rows() {
        return Stream.of(
                        QueueStates.isPending().and(TRACKED.LEASE.isNull()),
                        TRACKED.LEASE.isNotNull(),
                        TRACKED.STATE
                                .eq(QueueStates.GIVEN_UP)
                                .or(TRACKED.STATE.eq(QueueStates.REFUSED)))
                .map(UncollectedCount::rows)
                .reduce(Select::unionAll)
                .orElseThrow();
    }

    private static Select<Record> rows(Condition condition) {
        return select(List.of(TRACKED.ID, TRACKED.ACCOUNT, TRACKED.STATE, TRACKED.FIRST_SEEN_US))
                .from(TRACKED)
                .where(condition)
                .and(notExists(selectOne().from(GENERATION).where(GENERATION.ID.eq(TRACKED.ID))));
    }

    private void add(ResultSet row) throws SQLException {
        Optional<String> account = Optional.of(row.getString(2));
        boolean isSelected =
                query.filters().stream()
                        .filter(filter -> filter.dimension() == Dimension.ACCOUNT)
                        .allMatch(filter -> filter.selects(account));
        if (isSelected && query.range().contains(time(row))) {
            counts.merge(Codes.to(QueueState.class, row.getString(3)), 1L, Long::sum);
        }
    }

    private static Instant time(ResultSet row) throws SQLException {
        Optional<Instant> started = new GenerationId(row.getString(1)).startedAt();
        return started.isPresent() ? started.get() : Moments.ofMicros(row.getLong(4));
    }

    private long of(QueueState state) {
        return counts.getOrDefault(state, 0L);
    }
}

package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.Tracked;
import io.genledger.adapter.sql.tables.tables.records.TrackedRecord;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Lists and counts the queue by its partial indexes. */
public final class JooqQueueReader implements QueueReader {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqQueueReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<QueueEntry> list(QueueQuery query, int most, Instant now) {
        long moment = Moments.toMicros(now);
        // The indexes select the rows; only these rows of the table are read.
        Select<Record1<String>> first =
                select(SelectedRows.ROWS.ID)
                        .from(SelectedRows.of(query, moment))
                        .orderBy(order(SelectedRows.ROWS))
                        .limit(most);
        return connection.read(sql ->
                sql.selectFrom(TRACKED)
                        .where(TRACKED.ID.in(first))
                        .orderBy(order(TRACKED))
                        .fetch(row -> toEntry(row, moment)));
    }

    private static List<OrderField<?>> order(Tracked rows) {
        return List.of(
                rows.STATE, rows.OUTCOME_REASON.asc().nullsFirst(), rows.FIRST_SEEN_US, rows.ID);
    }

    @Override
    public Optional<QueueEntry> find(GenerationId id, Instant now) {
        long moment = Moments.toMicros(now);
        return connection.read(sql ->
                sql.selectFrom(TRACKED)
                        .where(TRACKED.ID.eq(id.value()))
                        .fetchOptional(row -> toEntry(row, moment)));
    }

    private static QueueEntry toEntry(TrackedRecord row, long now) {
        Long leasedUntil = row.getLeasedUntilUs();
        boolean claimed = leasedUntil != null && leasedUntil > now;
        QueueState state = Codes.to(QueueState.class, row.getState());
        return new QueueEntry(
                new GenerationId(row.getId()),
                new AccountName(row.getAccount()),
                claimed ? QueueState.CLAIMED : state,
                row.getRefresh(),
                Moments.ofMicros(row.getFirstSeenUs()),
                row.getAttempts(),
                state == QueueState.PENDING
                        ? Optional.of(Moments.ofMicros(row.getNextDueUs()))
                        : Optional.empty(),
                claimed ? Optional.of(Moments.ofMicros(leasedUntil)) : Optional.empty(),
                AttemptOutcomeColumns.of(
                        row.getOutcomeAtUs(), row.getOutcomeReason(), row.getOutcomeMessage()));
    }

    @Override
    public List<QueueTotal> count(QueueQuery query, Instant now) {
        return connection.read(sql ->
                sql
                        .select(
                                SelectedRows.SHOWN_STATE,
                                SelectedRows.ROWS.OUTCOME_REASON,
                                DSL.count(),
                                min(SelectedRows.ROWS.FIRST_SEEN_US),
                                min(SelectedRows.ROWS.NEXT_DUE_US))
                        .from(SelectedRows.of(query, Moments.toMicros(now)))
                        .groupBy(SelectedRows.SHOWN_STATE, SelectedRows.ROWS.OUTCOME_REASON)
                        .fetch(JooqQueueReader::toTotal)
                        .stream()
                        .sorted(
                                Comparator.comparing(QueueTotal::state)
                                        .thenComparingInt(JooqQueueReader::reasonOrder))
                        .toList());
    }

    private static int reasonOrder(QueueTotal total) {
        return total.reason().map(Reason::ordinal).orElse(-1);
    }

    private static QueueTotal toTotal(Record5<String, String, Integer, Long, Long> row) {
        return new QueueTotal(
                Codes.to(QueueState.class, row.value1()),
                Codes.toOptional(Reason.class, row.value2()),
                row.value3(),
                Moments.ofMicros(row.value4()),
                Optional.ofNullable(row.value5()).map(Moments::ofMicros));
    }
}

package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.report.source.EntryTexts;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.ports.report.GenerationReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Lists generations from the columns of their current entries. */
public final class JooqGenerationReader implements GenerationReader {

    private static final int LATENCY = 3;
    private static final int GENERATION_TIME = 4;
    private static final int FINDINGS = 5;
    private static final int FIRST_TEXT = GenerationStatement.FIRST.size() + 1;
    private static final int FIGURES = FIRST_TEXT + EntryTexts.COLUMNS.size();

    /** All characters of an id are before it. */
    private static final String AFTER_ALL = "\u007f";

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqGenerationReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Instant> read(GenerationQuery query, Consumer<GenerationRow> rows) {
        return connection.snapshot(rows, (sql, consumer) -> read(sql, query, consumer));
    }

    private static Optional<Instant> read(
            DSLContext sql, GenerationQuery query, Consumer<GenerationRow> rows) {
        Optional<Instant> since = query.range().since();
        boolean endsWithPruned = query.order() == GenerationQuery.Order.NEWEST && since.isEmpty();
        if (!endsWithPruned) {
            PrunedEntries.requireFrom(sql, since.map(Moments::toMicrosUp).orElse(Long.MIN_VALUE));
        }
        AtomicInteger count = new AtomicInteger();
        EntryTexts texts = new EntryTexts(sql);
        Streamed.read(
                sql,
                GenerationStatement.of(sql, query),
                row -> {
                    count.incrementAndGet();
                    rows.accept(row(row, texts));
                });
        return endsWithPruned && count.get() < query.limit()
                ? PrunedEntries.before(sql)
                : Optional.empty();
    }

    private static GenerationRow row(ResultSet row, EntryTexts texts) throws SQLException {
        return new GenerationRow(
                new GenerationId(row.getString(1)),
                Moments.ofMicros(row.getLong(2)),
                texts.read(row, FIRST_TEXT),
                SpendRows.totals(row, FIGURES),
                duration(row, LATENCY),
                duration(row, GENERATION_TIME),
                StandardFindings.ofBits(row.getLong(FINDINGS)));
    }

    private static Optional<Duration> duration(ResultSet row, int column) throws SQLException {
        Duration duration = Duration.of(row.getLong(column), ChronoUnit.MICROS);
        return row.wasNull() ? Optional.empty() : Optional.of(duration);
    }

    @Override
    public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
        return connection.read(sql -> {
            String first = Engine.of(sql).storable(beginning);
            return sql.select(GENERATION.ID)
                    .from(GENERATION)
                    .where(GENERATION.ID.ge(first))
                    .and(GENERATION.ID.lt(first + AFTER_ALL))
                    .orderBy(GENERATION.ID)
                    .limit(limit)
                    .fetch(id -> new GenerationId(id.value1()));
        });
    }
}

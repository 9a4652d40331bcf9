package io.genledger.adapter.sql.lake;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.adapter.sql.lake.feed.FeedQueries;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.LedgerFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads the view {@code entry_feed} of a ledger. */
public final class JooqLedgerFeed implements LedgerFeed {

    private static final Table<?> FEED = table(name("entry_feed"));

    /**
     * The remembered rows, the latest one first, a line for each: its number, generation, revision,
     * sign and time.
     */
    private static final NamedSetting SHIPPED = new NamedSetting("lake_last_row");

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqLedgerFeed(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<FeedRow> row(long sequence) {
        return connection.read(sql ->
                FeedQueries.row(sql, ENTRY, FeedColumns.SEQ.eq(inline(sequence)))
                        .or(() ->
                                remembered(sql).stream()
                                        .filter(row -> row.sequence() == sequence)
                                        .findFirst()));
    }

    @Override
    public Optional<Long> last(long after, long end, int most) {
        return connection.read(sql -> {
            Table<?> next =
                    select(ENTRY.SEQ)
                            .from(ENTRY)
                            .where(ENTRY.SEQ.gt(inline(after)))
                            .and(ENTRY.SEQ.le(inline(end)))
                            .orderBy(ENTRY.SEQ)
                            .limit(inline(most))
                            .asTable("next");
            return Optional.ofNullable(
                    sql.select(max(next.field(ENTRY.SEQ))).from(next).fetchSingle().value1());
        });
    }

    @Override
    public long count(long after, long end) {
        return connection.read(sql ->
                sql.select(DSL.count())
                        .from(ENTRY)
                        .where(ENTRY.SEQ.gt(inline(after)))
                        .and(ENTRY.SEQ.le(inline(end)))
                        .fetchSingle()
                        .value1()
                        .longValue());
    }

    @Override
    public List<FeedSums> sums(long until, Instant from) {
        return connection.snapshot(sql -> FeedQueries.sums(sql, FEED, noCondition(), until, from));
    }

    @Override
    public void remember(FeedRow row) {
        // Most calls find what they would write.
        if (!connection.read(JooqLedgerFeed::remembered).stream().limit(1).toList().contains(row)) {
            connection.write(sql -> {
                List<FeedRow> rows = new ArrayList<>(remembered(sql));
                rows.remove(row);
                rows.add(0, row);
                SHIPPED.write(
                        sql,
                        rows.stream()
                                .limit(REMEMBERED)
                                .map(JooqLedgerFeed::text)
                                .collect(joining("\n")));
                return row;
            });
        }
    }

    @Override
    public Optional<Instant> prunedBefore() {
        return connection.read(PrunedEntries::before);
    }

    private static List<FeedRow> remembered(DSLContext sql) {
        return SHIPPED.read(sql).stream().flatMap(String::lines).map(JooqLedgerFeed::row).toList();
    }

    private static String text(FeedRow row) {
        return String.join(
                " ",
                Long.toString(row.sequence()),
                row.generation().value(),
                Integer.toString(row.revision()),
                row.isCancelled() ? "-1" : "1",
                Long.toString(Moments.toMicros(row.recordedAt())));
    }

    private static FeedRow row(String text) {
        String[] parts = text.split(" ", -1);
        return new FeedRow(
                Long.parseLong(parts[0]),
                new GenerationId(parts[1]),
                Integer.parseInt(parts[2]),
                parts[3].equals("-1"),
                Moments.ofMicros(Long.parseLong(parts[4])));
    }
}

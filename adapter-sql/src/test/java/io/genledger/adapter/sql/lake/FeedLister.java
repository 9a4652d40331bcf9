package io.genledger.adapter.sql.lake;

import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.adapter.sql.lake.feed.FeedList;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.ports.report.GenerationReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Answers by the statements of a lake's lists over the feed of one ledger, without a lake.
 *
 * @param ledgers the names under which the lake would have its rows
 * @param live selects the newest revisions
 */
record FeedLister(LedgerConnection connection, List<String> ledgers, UnaryOperator<Table<?>> live)
        implements GenerationReader {

    @Override
    public Optional<Instant> read(GenerationQuery query, Consumer<GenerationRow> rows) {
        return connection.snapshot(
                rows,
                (sql, consumer) -> {
                    list(sql).read(query, consumer);
                    return Optional.empty();
                });
    }

    @Override
    public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
        return connection.read(sql -> list(sql).idsThatBeginWith(beginning, limit));
    }

    private FeedList list(DSLContext sql) {
        Table<?> rows =
                ledgers.stream()
                        .map(FeedLister::feed)
                        .reduce((all, next) -> all.unionAll(next))
                        .orElseThrow()
                        .asTable("feed");
        return new FeedList(sql, live.apply(rows), Engine.of(sql));
    }

    private static Select<Record> feed(String ledger) {
        return select(inline(ledger).as(FeedColumns.LEDGER), asterisk())
                .from(table(name("entry_feed")));
    }
}

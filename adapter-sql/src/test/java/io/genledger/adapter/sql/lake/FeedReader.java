package io.genledger.adapter.sql.lake;

import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.adapter.sql.lake.feed.FeedReport;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Table;

/** Answers by the statement of a lake's reports over the feed of one ledger, without a lake. */
record FeedReader(LedgerConnection connection) implements SpendReader {

    /** The name of the ledger. */
    static final String LEDGER = "eu";

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        Table<?> feed =
                select(inline(LEDGER).as(FeedColumns.LEDGER), asterisk())
                        .from(table(name("entry_feed")))
                        .asTable("feed");
        return connection.snapshot(
                rows,
                (sql, consumer) -> {
                    FeedReport.read(sql, feed, query, Engine.of(sql), consumer);
                    return Optional.empty();
                });
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return true;
    }

    /** Whether a lake and a ledger have the same answer. */
    static boolean isOfFeed(SpendQuery query) {
        return !query.dimensions().contains(Dimension.LEDGER)
                && query.filters().stream()
                        .noneMatch(one ->
                                one instanceof OfFindings
                                        || one.label().equals(Dimension.LEDGER.label()));
    }
}

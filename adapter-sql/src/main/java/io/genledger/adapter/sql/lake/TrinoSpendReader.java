package io.genledger.adapter.sql.lake;

import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.engine.trino.TrinoConnection;
import io.genledger.adapter.sql.lake.feed.FeedReport;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sums the spend of all ledgers of a lake. A lake does not know which generations its ledgers track
 * without a record. Percentiles are exact.
 */
public final class TrinoSpendReader implements SpendReader {

    /** Twenty times what percentiles over 1.8 million rows took on two processors. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final TrinoConnection connection;
    private final Function<LedgerName, FeedPlace> feeds;
    private final boolean isFresh;

    /**
     * @param feeds where the server reads the feed of a ledger
     * @param isFresh whether rows are read from there that the lake does not have yet
     */
    public TrinoSpendReader(
            TrinoConnection connection, Function<LedgerName, FeedPlace> feeds, boolean isFresh) {
        this.connection = connection;
        this.feeds = feeds;
        this.isFresh = isFresh;
    }

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        connection.<SpendRow>read(
                LIMIT,
                (sql, consumer) ->
                        FeedReport.read(
                                sql,
                                isFresh ? LakeRows.fresh(sql, feeds) : LakeRows.shipped(),
                                query,
                                TextForms.STANDARD,
                                consumer),
                rows);
        return Optional.empty();
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return true;
    }
}

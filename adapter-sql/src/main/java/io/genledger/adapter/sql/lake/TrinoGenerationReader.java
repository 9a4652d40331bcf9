package io.genledger.adapter.sql.lake;

import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.engine.trino.TrinoConnection;
import io.genledger.adapter.sql.lake.feed.FeedList;
import io.genledger.adapter.sql.lake.feed.LiveRows;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.report.GenerationReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Lists the generations of all ledgers of a lake, without their findings. It prunes none. */
public final class TrinoGenerationReader implements GenerationReader {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final TrinoConnection connection;
    private final Function<LedgerName, FeedPlace> feeds;
    private final boolean isFresh;

    /**
     * @param feeds where the server reads the feed of a ledger
     * @param isFresh whether rows are read from there that the lake does not have yet
     */
    public TrinoGenerationReader(
            TrinoConnection connection, Function<LedgerName, FeedPlace> feeds, boolean isFresh) {
        this.connection = connection;
        this.feeds = feeds;
        this.isFresh = isFresh;
    }

    @Override
    public Optional<Instant> read(GenerationQuery query, Consumer<GenerationRow> rows) {
        connection.<GenerationRow>read(
                LIMIT, (sql, consumer) -> list(sql).read(query, consumer), rows);
        return Optional.empty();
    }

    @Override
    public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
        return connection.ask(LIMIT, sql -> list(sql).idsThatBeginWith(beginning, limit));
    }

    private FeedList list(DSLContext sql) {
        // A statement reads one snapshot of the lake, but each part of it another one of a ledger.
        Table<?> live =
                isFresh
                        ? LiveRows.ofOneScan(LakeRows.fresh(sql, feeds))
                        : LiveRows.ofSnapshot(LakeRows.shipped());
        return new FeedList(sql, live, TextForms.STANDARD);
    }
}

package io.genledger.adapter.sql.lake;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.report.RandomReportsTest;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.report.SpendReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Random reports by the statement of a lake equal sums of big decimals. */
class RandomFeedReportsTest extends RandomReportsTest {

    @TempDir Path place;

    private final List<LedgerConnection> open = new ArrayList<>();

    @Override
    protected LedgerDatabase emptyLedger(String zone) {
        return files.open(place.resolve("ledger.db"));
    }

    @Override
    protected SpendReader reader(LedgerDatabase database) {
        LedgerConnection connection =
                LedgerConnection.open(new SqliteEngine(place.resolve("ledger.db")));
        open.add(connection);
        return new FeedReader(connection);
    }

    @Override
    protected boolean answers(SpendQuery query) {
        return FeedReader.isOfFeed(query);
    }

    @Override
    protected List<List<Dimension>> tried(List<List<Dimension>> combinations) {
        return Cases.every(4, combinations);
    }

    @AfterEach
    void close() {
        open.forEach(LedgerConnection::close);
    }
}

package io.genledger.adapter.sql.lake;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.report.RandomReportsTest;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.usecase.lake.ShipEntries;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random reports of a lake on a real server equal sums of big decimals. */
class RandomLakeReportsTest extends RandomReportsTest {

    private static final LedgerName EU = new LedgerName("eu");

    @RegisterExtension final LakeServers servers = new LakeServers();

    @Override
    protected LedgerDatabase emptyLedger(String zone) throws SQLException {
        return servers.ledger(EU);
    }

    @Override
    protected SpendReader reader(LedgerDatabase database) throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        return new ShippedReader(
                new ShipEntries(EU, database.feed(), database.committedSequence(), lake.lake()),
                lake.spend(false));
    }

    @Override
    protected boolean answers(SpendQuery query) {
        return FeedReader.isOfFeed(query);
    }

    @Override
    protected List<List<Dimension>> tried(List<List<Dimension>> combinations) {
        return Cases.every(10, combinations);
    }
}

package io.genledger.adapter.sql;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.testkit.LedgerArchiveContract;
import io.genledger.ports.testkit.QueueFixture;
import io.genledger.ports.testkit.SpendReaderContract;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that a file promises, a server keeps: each test of the ports once more on a real one. */
class PostgresPortsTest {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Nested
    class OfClaims extends JooqClaimsTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfFollowedTexts extends JooqTailPositionsTest {
        @Override
        protected TailPositions noPositions() {
            return servers.empty().followedTexts();
        }
    }

    @Nested
    class OfLedgerArchive extends JooqLedgerArchiveTest {
        @Override
        protected LedgerArchiveContract.Fixture emptyFixture() {
            LedgerDatabase database = servers.empty();
            return new LedgerArchiveContract.Fixture(database.archive(), database.ledger());
        }
    }

    @Nested
    class OfLedger extends JooqLedgerTest {
        @Override
        protected Ledger emptyLedger() {
            return servers.empty().ledger();
        }

        @Override
        protected String ask(String query) throws SQLException {
            return LedgerServers.ask(servers.place(), query);
        }
    }

    @Nested
    class OfPendingGenerations extends JooqPendingGenerationsTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfQueueDesk extends JooqQueueAdminTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfRereads extends JooqRefreshQueueTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfSpendReader extends JooqSpendReaderTest {
        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            LedgerDatabase database = servers.empty();
            return new SpendReaderContract.Fixture(database.spend(), database.ledger());
        }
    }
}

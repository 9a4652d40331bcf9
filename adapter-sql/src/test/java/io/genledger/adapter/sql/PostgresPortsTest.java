package io.genledger.adapter.sql;

import io.genledger.adapter.sql.access.JooqAccessSessionsTest;
import io.genledger.adapter.sql.access.JooqAccessTokensTest;
import io.genledger.adapter.sql.lake.JooqLedgerFeedTest;
import io.genledger.adapter.sql.ledger.JooqLedgerArchiveTest;
import io.genledger.adapter.sql.ledger.JooqLedgerChangesTest;
import io.genledger.adapter.sql.ledger.JooqLedgerTest;
import io.genledger.adapter.sql.ledger.JooqPrecedenceTest;
import io.genledger.adapter.sql.log.JooqTailPositionsTest;
import io.genledger.adapter.sql.lookup.JooqDocumentLookupTest;
import io.genledger.adapter.sql.lookup.JooqLookedUpGenerationsTest;
import io.genledger.adapter.sql.quarantine.JooqQuarantineTest;
import io.genledger.adapter.sql.queue.JooqClaimsTest;
import io.genledger.adapter.sql.queue.JooqPendingGenerationsTest;
import io.genledger.adapter.sql.queue.JooqQueueAdminTest;
import io.genledger.adapter.sql.queue.JooqRefreshQueueTest;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.admin.ByokAllowances;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.testkit.ByokAllowancesContract;
import io.genledger.ports.testkit.LedgerArchiveContract;
import io.genledger.ports.testkit.LedgerChangesContract;
import io.genledger.ports.testkit.QueueFixture;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts of the ports, but for reports, run again on a PostgreSQL server. */
class PostgresPortsTest {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Nested
    class OfAccessTokens extends JooqAccessTokensTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected LedgerDatabase reopened() {
            return servers.open(servers.place());
        }

        @Override
        protected void change(String statement) {
            LedgerServers.change(servers.place(), statement);
        }
    }

    @Nested
    class OfAccessSessions extends JooqAccessSessionsTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected LedgerDatabase reopened() {
            return servers.open(servers.place());
        }
    }

    @Nested
    class OfClaims extends JooqClaimsTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfTailPositions extends JooqTailPositionsTest {
        @Override
        protected TailPositions noPositions() {
            return servers.empty().tailPositions();
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
    class OfLedgerFeed extends JooqLedgerFeedTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected String ask(String query) throws SQLException {
            return LedgerServers.ask(servers.place(), query);
        }

        @Override
        protected int numberOfColumns() throws SQLException {
            return Integer.parseInt(
                    ask(
                            "select count(*) from information_schema.columns where table_name ="
                                    + " 'entry_feed' and table_schema = current_schema()"));
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
    class OfDocumentLookup extends JooqDocumentLookupTest {
        @Override
        protected LedgerDatabase emptyDatabase() {
            return servers.empty();
        }
    }

    @Nested
    class OfLookedUpGenerations extends JooqLookedUpGenerationsTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfLedgerChanges extends JooqLedgerChangesTest {
        @Override
        protected LedgerChangesContract.Fixture emptyFixture() {
            return fixtureOf(servers.empty());
        }

        @Override
        protected List<LedgerDatabase> openedTwice() {
            return List.of(servers.empty(), servers.open(servers.place()));
        }
    }

    @Nested
    class OfPrecedence extends JooqPrecedenceTest {
        @Override
        protected LedgerDatabase emptyDatabase() {
            return servers.empty();
        }
    }

    @Nested
    class OfByokAllowances extends ByokAllowancesContract {
        @Override
        protected ByokAllowances none() {
            return servers.empty().byokAllowances();
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
    class OfQuarantine extends JooqQuarantineTest {
        @Override
        protected Fixture emptyQuarantine() {
            return fixtureOf(servers.empty());
        }
    }

    @Nested
    class OfQueueAdmin extends JooqQueueAdminTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }

    @Nested
    class OfRefreshQueue extends JooqRefreshQueueTest {
        @Override
        protected QueueFixture emptyFixture() {
            return servers.emptyFixture();
        }
    }
}

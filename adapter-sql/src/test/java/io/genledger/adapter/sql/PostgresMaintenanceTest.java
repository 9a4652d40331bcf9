package io.genledger.adapter.sql;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.maintenance.JooqBroadcastDeliveriesTest;
import io.genledger.adapter.sql.maintenance.JooqEntryRenewalsTest;
import io.genledger.adapter.sql.maintenance.JooqLedgerSettingsTest;
import io.genledger.adapter.sql.maintenance.JooqStatusReaderTest;
import io.genledger.adapter.sql.retention.JooqDocumentPruningTest;
import io.genledger.adapter.sql.retention.JooqEntryPruningTest;
import io.genledger.adapter.sql.retention.JooqUserErasureTest;
import io.genledger.adapter.sql.schema.GenerationUsdTest;
import io.genledger.adapter.sql.verify.JooqLedgerVerifierTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tests of a ledger's maintenance, run again on a PostgreSQL server. */
class PostgresMaintenanceTest {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Nested
    class OfLedgerVerifier extends JooqLedgerVerifierTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected void change(String statement) {
            LedgerServers.change(servers.place(), statement);
        }

        @Override
        protected String sketch(String body) {
            return body.replace("X'", "'\\x");
        }
    }

    @Nested
    class OfEntryRenewals extends JooqEntryRenewalsTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }
    }

    @Nested
    class OfTheView extends GenerationUsdTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected String ask(String query) throws SQLException {
            return LedgerServers.ask(servers.place(), query);
        }
    }

    @Nested
    class OfStatusReader extends JooqStatusReaderTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }
    }

    @Nested
    class OfUserErasure extends JooqUserErasureTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected LedgerDatabase again() {
            return servers.open(servers.place());
        }

        @Override
        protected String ask(String query) throws SQLException {
            return LedgerServers.ask(servers.place(), query);
        }
    }

    @Nested
    class OfDocumentPruning extends JooqDocumentPruningTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected LedgerConnection connect() {
            return LedgerConnection.open(LedgerServers.engine(servers.place()));
        }
    }

    @Nested
    class OfEntryPruning extends JooqEntryPruningTest {
        @Override
        protected LedgerDatabase empty() {
            return servers.empty();
        }

        @Override
        protected LedgerConnection connect() {
            return LedgerConnection.open(LedgerServers.engine(servers.place()));
        }
    }

    @Nested
    class OfBroadcastDeliveries extends JooqBroadcastDeliveriesTest {
        @Override
        protected LedgerConnection connect() {
            return LedgerConnection.open(LedgerServers.engine(servers.emptyLedger()));
        }
    }

    @Nested
    class OfLedgerSettings extends JooqLedgerSettingsTest {

        private final Map<String, PostgresServer> places = new HashMap<>();

        @Override
        protected LedgerConnection connect(String name) {
            // Not copies, which all state the time at which the one that is copied was created.
            PostgresServer place = places.computeIfAbsent(name, another -> servers.emptyPlace());
            return LedgerConnection.open(LedgerServers.engine(place));
        }
    }
}

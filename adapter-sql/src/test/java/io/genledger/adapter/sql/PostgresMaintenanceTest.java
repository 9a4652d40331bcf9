package io.genledger.adapter.sql;

import io.genledger.adapter.sql.maintenance.JooqLedgerVerifierTest;
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
    }
}

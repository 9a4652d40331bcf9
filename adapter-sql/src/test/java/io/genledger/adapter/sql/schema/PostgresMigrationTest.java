package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.ports.ledger.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PostgresMigrationTest extends MigratedLedgerContract {

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    @TempDir Path folder;
    private PostgresServer place = PostgresServer.of("postgresql://nowhere/nothing");

    @Override
    @BeforeEach
    void placeOldLedger() throws IOException, SQLException {
        place = servers.emptyPlace();
        OldLedger.copy(OldLedger.in(folder), place);
    }

    @Override
    LedgerDatabase open(Migration migration) {
        return servers.open(place, migration);
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerServers.ask(place, query);
    }
}

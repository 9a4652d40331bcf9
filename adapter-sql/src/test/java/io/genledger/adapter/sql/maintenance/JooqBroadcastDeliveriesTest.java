package io.genledger.adapter.sql.maintenance;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.ports.source.BroadcastDeliveries;
import io.genledger.ports.testkit.BroadcastDeliveriesContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

public class JooqBroadcastDeliveriesTest extends BroadcastDeliveriesContract {

    private final List<LedgerConnection> open = new ArrayList<>();

    @TempDir Path folder;

    /** A connection to a new ledger. */
    protected LedgerConnection connect() {
        return LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")));
    }

    @AfterEach
    void closeAll() {
        open.forEach(LedgerConnection::close);
    }

    @Override
    protected BroadcastDeliveries empty() {
        LedgerConnection connection = connect();
        open.add(connection);
        return new JooqBroadcastDeliveries(connection);
    }
}

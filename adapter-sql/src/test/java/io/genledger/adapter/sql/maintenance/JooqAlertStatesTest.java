package io.genledger.adapter.sql.maintenance;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.ports.alert.AlertStates;
import io.genledger.ports.testkit.AlertStatesContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

public class JooqAlertStatesTest extends AlertStatesContract {

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
    protected AlertStates emptyStates() {
        LedgerConnection connection = connect();
        open.add(connection);
        return new JooqAlertStates(connection);
    }
}

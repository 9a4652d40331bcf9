package io.genledger.adapter.sql.engine;

import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest extends SharedLedgerContract {

    @TempDir Path folder;
    private Optional<LedgerConnection> opened = Optional.empty();

    @Override
    LedgerConnection open() {
        LedgerConnection connection =
                LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")));
        opened = Optional.of(connection);
        connection.write(sql -> sql.execute("create table number (n integer)"));
        return connection;
    }

    @AfterEach
    void close() {
        opened.ifPresent(LedgerConnection::close);
    }
}

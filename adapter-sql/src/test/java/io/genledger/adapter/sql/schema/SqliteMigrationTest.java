package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.ledger.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTest extends MigratedLedgerContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;
    private Path file = Path.of("");

    @Override
    @BeforeEach
    void placeOldLedger() throws IOException {
        file = OldLedger.in(folder);
    }

    @Override
    LedgerDatabase open(Migration migration) {
        return files.open(file, migration);
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerFiles.ask(file, query);
    }

    @Override
    void change(String statements) throws SQLException {
        LedgerFiles.change(file, statements);
    }
}

package io.genledger.adapter.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ManyThreadsOnAFileTest extends ManyThreadsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @Override
    LedgerDatabase open() {
        return files.open(file());
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerFiles.ask(file(), query);
    }
}

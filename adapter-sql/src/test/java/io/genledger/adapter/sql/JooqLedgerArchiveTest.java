package io.genledger.adapter.sql;

import io.genledger.ports.testkit.LedgerArchiveContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JooqLedgerArchiveTest extends LedgerArchiveContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = files.emptyIn(folder);
        return new Fixture(database.archive(), database.ledger());
    }
}

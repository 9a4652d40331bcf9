package io.genledger.adapter.sql.ledger;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.LedgerArchiveContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqLedgerArchiveTest extends LedgerArchiveContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = files.emptyIn(folder);
        return new Fixture(database.archive(), database.ledger());
    }
}

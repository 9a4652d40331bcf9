package io.genledger.adapter.sql.export;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.ExportReaderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqExportReaderTest extends ExportReaderContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = files.emptyIn(folder);
        return new Fixture(database.exports(), database.ledger());
    }
}

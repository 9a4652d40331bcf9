package io.genledger.adapter.sql.quarantine;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.QuarantineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqQuarantineTest extends QuarantineContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyQuarantine() {
        return fixtureOf(files.emptyIn(folder));
    }

    protected static Fixture fixtureOf(LedgerDatabase database) {
        return new Fixture(LedgerFiles.fixtureOf(database), database.quarantineEditor());
    }
}

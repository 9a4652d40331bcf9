package io.genledger.adapter.sql.queue;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.ClaimsContract;
import io.genledger.ports.testkit.QueueFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqClaimsTest extends ClaimsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueFixture emptyFixture() {
        return files.emptyFixtureIn(folder);
    }
}

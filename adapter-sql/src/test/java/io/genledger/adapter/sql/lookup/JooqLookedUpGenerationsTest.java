package io.genledger.adapter.sql.lookup;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.LookedUpGenerationsContract;
import io.genledger.ports.testkit.QueueFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqLookedUpGenerationsTest extends LookedUpGenerationsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueFixture emptyFixture() {
        return files.emptyFixtureIn(folder);
    }
}

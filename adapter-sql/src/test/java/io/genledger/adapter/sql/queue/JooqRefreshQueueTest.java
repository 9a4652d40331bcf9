package io.genledger.adapter.sql.queue;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.QueueFixture;
import io.genledger.ports.testkit.RefreshQueueContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqRefreshQueueTest extends RefreshQueueContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueFixture emptyFixture() {
        return files.emptyFixtureIn(folder);
    }
}

package io.genledger.adapter.sql;

import io.genledger.ports.testkit.QueueFixture;
import io.genledger.ports.testkit.RefreshQueueContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JooqRefreshQueueTest extends RefreshQueueContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueFixture emptyFixture() {
        return files.emptyRoomIn(folder);
    }
}

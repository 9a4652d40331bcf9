package io.genledger.adapter.sql;

import io.genledger.ports.testkit.QueueRoom;
import io.genledger.ports.testkit.RereadsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JooqRereadsTest extends RereadsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueRoom emptyRoom() {
        return files.emptyRoomIn(folder);
    }
}

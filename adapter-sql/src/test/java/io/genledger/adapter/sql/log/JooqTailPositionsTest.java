package io.genledger.adapter.sql.log;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.testkit.TailPositionsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqTailPositionsTest extends TailPositionsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected TailPositions noPositions() {
        return files.emptyIn(folder).tailPositions();
    }
}

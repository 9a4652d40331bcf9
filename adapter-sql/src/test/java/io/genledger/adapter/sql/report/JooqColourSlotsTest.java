package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.report.ColourSlots;
import io.genledger.ports.testkit.ColourSlotsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqColourSlotsTest extends ColourSlotsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected ColourSlots noColours() {
        return files.emptyIn(folder).colourSlots();
    }
}

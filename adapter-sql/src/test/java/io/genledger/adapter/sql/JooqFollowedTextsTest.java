package io.genledger.adapter.sql;

import io.genledger.ports.FollowedTexts;
import io.genledger.ports.testkit.FollowedTextsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JooqFollowedTextsTest extends FollowedTextsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected FollowedTexts nothingFollowed() {
        return files.emptyIn(folder).followedTexts();
    }
}

package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.testkit.UncollectedContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqUncollectedTest extends UncollectedContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyFixture() {
        return fixtureOf(files.emptyIn(folder));
    }

    /** The ports of {@code database}. */
    protected static Fixture fixtureOf(LedgerDatabase database) {
        return new Fixture(
                database.spend(), database.pending(), database.claims(), database.ledger());
    }
}

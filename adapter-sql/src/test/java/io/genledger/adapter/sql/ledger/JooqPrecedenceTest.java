package io.genledger.adapter.sql.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.testkit.PrecedenceContract;
import io.genledger.ports.testkit.SpendReaderContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqPrecedenceTest extends PrecedenceContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    private Optional<LedgerDatabase> opened = Optional.empty();

    /** A new ledger, which the extension closes. */
    protected LedgerDatabase emptyDatabase() {
        return files.emptyIn(folder);
    }

    @Override
    protected SpendReaderContract.Fixture emptyFixture() {
        LedgerDatabase database = emptyDatabase();
        opened = Optional.of(database);
        return new SpendReaderContract.Fixture(database.spend(), database.ledger());
    }

    /** All are tried in memory. */
    @Override
    protected List<List<Integer>> tried(List<List<Integer>> orders) {
        return Cases.every(4, orders);
    }

    @AfterEach
    void rollupsAreTheSumsOfTheEntries() {
        assertThat(opened.orElseThrow().verifier().verify(3).named()).isEmpty();
    }
}

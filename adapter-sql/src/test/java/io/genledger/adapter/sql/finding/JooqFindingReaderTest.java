package io.genledger.adapter.sql.finding;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.testkit.FindingReaderContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqFindingReaderTest extends FindingReaderContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = files.emptyIn(folder);
        return new Fixture(database.findings(), database.ledger());
    }

    @Test
    void sumsThatNoEntryExplainsAreRefused() throws SQLException {
        Path file = folder.resolve("damaged.db");
        LedgerDatabase database = files.open(file);
        database.ledger().record(List.of(recording(costing(id(1), credits("-1")))));
        LedgerFiles.change(file, "update rollup_finding set day = day + 1 where finding >= 0");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> database.findings().summarise(TimeRange.ALWAYS, any -> {}))
                .withMessageContaining("`genledger verify` names what differs");
    }
}

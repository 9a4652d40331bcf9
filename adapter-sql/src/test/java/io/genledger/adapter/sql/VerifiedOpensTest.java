package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VerifiedOpensTest {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    @Test
    void aTestFailsIfTheSumsOfItsLedgerAreWrong() throws SQLException {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase database = files.open(file);
        database.ledger().record(List.of(recording(complete(id(1)))));
        assertThatCode(() -> VerifiedOpens.verify(database)).doesNotThrowAnyException();

        LedgerFiles.change(file, "update rollup_day set requests = 2");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> VerifiedOpens.verify(database))
                .withMessageContaining("faults in the ledger of this test")
                .withMessageContaining("requests");
    }
}

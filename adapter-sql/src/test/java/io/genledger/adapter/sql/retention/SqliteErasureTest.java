package io.genledger.adapter.sql.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteErasureTest {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    private LedgerDatabase filled() {
        LedgerDatabase database = files.open(folder.resolve("ledger.db"));
        JooqUserErasureTest.fill(database);
        database.ledger()
                .record(
                        IntStream.range(100, 300)
                                .mapToObj(number ->
                                        JooqUserErasureTest.recording(
                                                JooqUserErasureTest.of(
                                                        number,
                                                        JooqUserErasureTest.ANA,
                                                        "only-hers-" + number)))
                                .toList());
        return database;
    }

    /** The ledger's files that hold one of the user's texts. */
    private List<String> filesWithTheUser() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(SqliteErasureTest::holdsTheUser)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean holdsTheUser(Path file) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return bytes.contains(JooqUserErasureTest.ANA.value()) || bytes.contains("only-hers");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void noByteOfTheUserIsLeftInTheFiles() throws IOException {
        LedgerDatabase database = filled();
        assertThat(filesWithTheUser()).isNotEmpty();
        assertThat(folder.resolve("ledger.db-wal")).exists();

        database.erasure().erase(JooqUserErasureTest.ANA);

        assertThat(filesWithTheUser()).isEmpty();
        database.close();
        assertThat(filesWithTheUser()).isEmpty();
    }

    @Test
    void whatAReaderKeepsIsRemovedWhenTheErasureIsRepeated() throws IOException, SQLException {
        LedgerDatabase database = filled();
        try (Connection reader =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = reader.createStatement()) {
            statement.execute("begin");
            statement.executeQuery("select count(*) from entry").close();

            assertThatExceptionOfType(LedgerUnavailableException.class)
                    .isThrownBy(() -> database.erasure().erase(JooqUserErasureTest.ANA))
                    .withMessageContaining("run this again");
        }
        assertThat(database.erasure().erase(JooqUserErasureTest.ANA).isNothing()).isTrue();

        assertThat(filesWithTheUser()).isEmpty();
    }
}

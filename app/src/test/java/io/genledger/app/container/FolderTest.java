package io.genledger.app.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    @TempDir private Path folder;

    @Test
    void findsAllFilesInTheOrderOfTheirNames() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs/b"));
        write(logs.resolve("2.json"));
        write(logs.resolve("1.json"));
        write(logs.resolveSibling("a.json"));

        assertThat(names(folder.resolve("logs")))
                .containsExactly("logs/a.json", "logs/b/1.json", "logs/b/2.json");
    }

    @Test
    void leavesOutHiddenFilesAndRejects() throws IOException {
        write(Files.createDirectories(folder.resolve(".git")).resolve("a.json"));
        write(folder.resolve(".hidden"));
        write(folder.resolve("a.json.rejects"));
        write(folder.resolve("a.json"));

        assertThat(names(folder)).containsExactly("a.json");
    }

    @Test
    void readsAHiddenFolderThatIsNamed() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve(".logs"));
        write(hidden.resolve("a.json"));

        assertThat(names(hidden)).containsExactly(".logs/a.json");
    }

    @Test
    void countsLinksAndFollowsOnlyTheNamedOne() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        write(outside.resolve("secret.json"));
        Path inside = Files.createDirectories(folder.resolve("inside"));
        write(inside.resolve("a.json"));
        Files.createSymbolicLink(inside.resolve("out"), outside);
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        Files.createSymbolicLink(inside.resolve("b.json"), outside.resolve("secret.json"));
        Path named = Files.createSymbolicLink(folder.resolve("named"), inside);

        assertThat(names(inside)).containsExactly("inside/a.json");
        assertThat(Folder.of(inside).links()).isEqualTo(3);
        assertThat(names(named)).containsExactly("named/a.json");
    }

    @Test
    void leavesOutWhatSqliteKeepsBesideALedger() throws IOException, SQLException {
        String jdbc = "jdbc:sqlite:" + folder.resolve("ledger");
        try (Connection log = DriverManager.getConnection(jdbc);
                Connection journal = DriverManager.getConnection(jdbc + ".old")) {
            execute(log, "PRAGMA journal_mode = WAL");
            execute(log, "CREATE TABLE a (b)");
            execute(journal, "CREATE TABLE a (b)");
            execute(journal, "PRAGMA journal_mode = PERSIST");
            execute(journal, "BEGIN");
            execute(journal, "INSERT INTO a VALUES (1)");
            Files.writeString(folder.resolve("ledger.old-wal"), "");
            write(folder.resolve("log-wal"));
            Files.writeString(folder.resolve("empty-wal"), "");

            assertThat(Folder.of(folder).ofLedgers())
                    .map(file -> file.getFileName().toString())
                    .containsExactly(
                            "ledger-shm", "ledger-wal", "ledger.old-journal", "ledger.old-wal");
            assertThat(names(folder))
                    .containsExactly("empty-wal", "ledger", "ledger.old", "log-wal");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFolderThatIsNotThereIsAFailure() {
        assertThatIOException().isThrownBy(() -> Folder.of(folder.resolve("gone")));
    }

    private List<String> names(Path of) throws IOException {
        return Folder.of(of).files().stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static void write(Path file) throws IOException {
        Files.writeString(file, "{}");
    }
}

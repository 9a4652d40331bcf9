package io.genledger.adapter.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.schema.RecordingListener.Killed;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteInterruptedMigrationTest extends InterruptedMigrationContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;
    private Path file = Path.of("");
    private int number;

    @Override
    void placeOldLedger(String... changes) throws Exception {
        placeNoLedger();
        Files.move(OldLedger.in(folder), file);
        OldLedger.bring(5, 8, false, change -> LedgerFiles.change(file, change));
        for (String change : changes) {
            execute(change);
        }
    }

    @Override
    void placeNoLedger() throws IOException {
        file = Files.createDirectory(folder.resolve("" + number++)).resolve("ledger.db");
    }

    @Override
    LedgerDatabase open(Migration migration) {
        return files.open(file, migration);
    }

    @Override
    LedgerDatabase openWithoutMigration() {
        return files.open(file);
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    void execute(String statement) throws SQLException {
        LedgerFiles.change(file, statement);
    }

    @Override
    String bytes(String text) {
        return "x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)) + "'";
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerFiles.ask(file, query);
    }

    @Test
    void keepsACopyForItsOwnerUntilTheNewTablesAreCompared() throws Exception {
        placeOldLedger();
        RecordingListener listener = RecordingListener.killedAt("compared 5 of 5");
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> open(listener.migration()));
        Path copy = file.resolveSibling("ledger.db.bak");

        assertThat(listener.calls().get(0)).isEqualTo("begun ledger.db.bak");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(LedgerFiles.ask(copy, "select max(version) from schema_version")).isEqualTo("8");
        assertThat(LedgerFiles.ask(copy, "select count(*) from document")).isEqualTo("6");
        assertThat(LedgerFiles.ask(copy, "pragma integrity_check")).isEqualTo("ok");
        open(new RecordingListener().migration());
        assertThat(copy).doesNotExist();
    }

    @Test
    void doesNotTouchAnotherFileWithTheNameOfTheCopy() throws Exception {
        placeOldLedger();
        Path other = Files.writeString(file.resolveSibling("ledger.db.bak"), "my own");
        RecordingListener listener = new RecordingListener();
        open(listener.migration());

        assertThat(listener.calls().get(0)).isEqualTo("begun ledger.db.bak2");
        assertThat(other).hasContent("my own");
        assertThat(file.resolveSibling("ledger.db.bak2")).doesNotExist();
    }

    /** As after a process that was killed between the copy and the first change. */
    @Test
    void usesACopyThatIsThereAlready() throws Exception {
        placeOldLedger();
        LedgerFiles.change(file, "vacuum into '%s.bak'".formatted(file));
        Files.writeString(file.resolveSibling("ledger.db.bak-unfinished"), "a part");
        RecordingListener listener = new RecordingListener();
        open(listener.migration());

        assertThat(listener.calls().get(0)).isEqualTo("begun ledger.db.bak");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**bak*");
    }

    @Test
    void givesTheSpaceOfTheEarlierTablesBack() throws Exception {
        placeOldLedger();
        open(new RecordingListener().migration()).close();

        assertThat(ask("pragma freelist_count")).isEqualTo("0");
        assertThat(ask("pragma integrity_check")).isEqualTo("ok");
        assertThat(ask("select count(*) from sqlite_schema where name like 'before%'"))
                .isEqualTo("0");
    }

    @Test
    void hasTheSchemaOfANewLedger() throws Exception {
        placeOldLedger();
        open(new RecordingListener().migration());
        String query =
                "select group_concat(sql, char(10) order by name) from sqlite_schema where sql is"
                        + " not null";
        String migrated = ask(query);
        placeNoLedger();
        openWithoutMigration();

        assertThat(migrated).isEqualTo(ask(query));
    }

    @Test
    void aProtectedLedgerIsNotMigrated() throws Exception {
        placeOldLedger();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> open(new RecordingListener().migration()))
                .withMessageContaining(
                        "is read-only, and its tables need schema version 15; allow writing");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**bak*");
    }
}

package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.ledger.JooqLedger;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.usecase.report.ReportSpend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerDatabaseTest {

    private static final SpendQuery ALL =
            new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC);

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Test
    void makesTheFileAndItsFoldersForTheOwnerOnly() throws IOException {
        Path file = folder.resolve("a/b/odd ? # %41 name.db");
        files.open(file).ledger().record(List.of(recording(complete(id(1)))));

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.resolveSibling(file.getFileName() + "-wal")))
                .isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(folder.resolve("a/b")).isDirectoryContaining("glob:**/odd ? # %41 name.db");
    }

    @Test
    void makesTheTargetOfALinkForTheOwnerOnly() throws IOException {
        Path link = folder.resolve("link.db");
        Path target = folder.resolve("target.db");
        Files.createSymbolicLink(folder.resolve("middle.db"), target);
        Files.createSymbolicLink(link, folder.resolve("middle.db"));

        assertThat(files.open(link).isNew()).isTrue();
        assertThat(permissions(target)).isEqualTo("rw-------");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void refusesALinkToItself() throws IOException {
        Path link = folder.resolve("link.db");
        Files.createSymbolicLink(link, link);

        assertRefused(link, "cannot be opened or created");
    }

    @ParameterizedTest
    @CsvSource({
        "pragma journal_mode, wal",
        "pragma synchronous, 2",
        "pragma foreign_keys, 1",
        "pragma busy_timeout, 10000"
    })
    void usesSafePragmas(String pragma, String value) {
        Path file = folder.resolve("ledger.db");
        try (LedgerConnection connection = LedgerConnection.open(new SqliteEngine(file))) {
            assertThat(
                            connection.<String>read(
                                    sql -> String.valueOf(sql.fetchSingle(pragma).get(0))))
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"pragma cache_size, -16384", "pragma wal_autocheckpoint, 8000"})
    void writesABatchOnceAndSeldomCopiesItsLog(String pragma, String value) {
        Path file = folder.resolve("ledger.db");
        try (LedgerConnection connection = LedgerConnection.open(new SqliteEngine(file))) {
            assertThat(
                            connection.<String>write(
                                    sql -> String.valueOf(sql.fetchSingle(pragma).get(0))))
                    .isEqualTo(value);
        }
    }

    @Test
    void recordsArePresentAfterOpeningAgain() {
        Path file = folder.resolve("ledger.db");
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            database.ledger().record(List.of(recording(complete(id(1)))));
            database.pending().track(Set.of(id(2)), Instant.EPOCH);
        }
        LedgerDatabase again = files.open(file);

        assertThat(again.ledger().find(id(1))).isPresent();
        assertThat(again.pending().backlog(Instant.EPOCH).due()).isEqualTo(1);
    }

    @Test
    void manyCanCreateOneLedgerAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                Path file = folder.resolve(round + ".db");
                List<Future<LedgerDatabase>> all =
                        IntStream.range(0, 8)
                                .mapToObj(i -> threads.submit(() -> LedgerDatabase.open(file)))
                                .toList();
                for (Future<LedgerDatabase> one : all) {
                    one.get().close();
                }
                assertThat(
                                LedgerFiles.ask(
                                        file,
                                        "select count(*) - count(distinct version)"
                                                + " from schema_version"))
                        .isEqualTo("0");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDirectoryIsNoLedger() {
        assertRefused(folder, "is a directory");
    }

    @Test
    void garbageIsNoLedger() throws IOException {
        Path file = folder.resolve("garbage");
        Files.writeString(file, "dear diary, ".repeat(1_000));

        assertRefused(file, "is not a ledger: it is not in SQLite's format");
        assertThat(file).content().startsWith("dear diary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table places (url text)",
                "create table document (id integer primary key, title text)",
                "create table document (a); create table generation (b); create table"
                        + " schema_version (version integer)"
            })
    void anotherProgramsDatabaseIsNoLedger(String tables) throws SQLException, IOException {
        Path file = folder.resolve("places.sqlite");
        LedgerFiles.change(file, tables);
        byte[] before = Files.readAllBytes(file);

        assertRefused(file, "is not a ledger: it is a database of another program");
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    /** What is left of a copy that failed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void anEmptyFileIsNoLedgerYet(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.db"), content);

        assertThat(refusalOf(() -> LedgerDatabase.openExisting(file)))
                .hasMessageStartingWith("no ledger at " + file + ";");
        assertThat(file).hasContent(content);
        assertThat(files.open(file).isNew()).isTrue();
        assertThat(files.open(file).isNew()).isFalse();
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertRefused(folder.resolve("file/ledger.db"), "cannot be opened or created");
    }

    @Test
    void aLinkIntoAMissingFolderIsRefused() throws IOException {
        Path link = folder.resolve("ledger.db");
        Files.createSymbolicLink(link, folder.resolve("missing/ledger.db"));

        assertRefused(
                link,
                "is a link to "
                        + folder.resolve("missing/ledger.db")
                        + ", whose folder does not exist");
    }

    @Test
    void aLedgerOfANewerVersionIsRefused() throws SQLException {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase.open(file).close();
        LedgerFiles.change(file, "insert into schema_version values (16, 0)");

        assertRefused(
                file, "was written by a newer Genledger (schema version 16, this one reads 15)");
    }

    @Test
    void aDamagedLedgerIsSaidToBeDamaged() throws IOException {
        Path file = folder.resolve("ledger.db");
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            database.ledger().record(List.of(recording(complete(id(1)))));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] junk = "junk".repeat(1_024).getBytes(StandardCharsets.US_ASCII);
            for (int at = 4_096; at < channel.size(); at += junk.length) {
                channel.write(ByteBuffer.wrap(junk), at);
            }
        }
        LedgerUnavailableException refusal = refusalOf(() -> report(file));

        assertThat(refusal).hasMessageStartingWith(file + " is damaged");
    }

    @Test
    void valuesThatCannotBeAreDamage() throws SQLException {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase database = files.open(file);
        database.ledger().record(List.of(recording(complete(id(1)))));
        database.pending().track(Set.of(id(2)), Instant.EPOCH);
        LedgerFiles.change(file, "update rollup_day_by set prompt_tokens = -3614410");
        LedgerFiles.change(file, "update tracked set id = 'two words' where state = 'pending'");

        assertThat(refusalOf(() -> new ReportSpend(database.spend()).report(ALL)))
                .hasMessageStartingWith(file + " is damaged")
                .hasMessageContaining("-3614410");
        assertThat(refusalOf(() -> database.queue().list(QueueQuery.OPEN, 1, Instant.EPOCH)))
                .hasMessageStartingWith(file + " is damaged");
    }

    @Test
    void whatAConsumerThrowsIsNoDamage() {
        LedgerDatabase database = files.open(folder.resolve("ledger.db"));
        database.ledger().record(List.of(recording(complete(id(1)))));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        database.spend()
                                .read(
                                        ALL,
                                        row -> {
                                            throw new IllegalArgumentException("of the consumer");
                                        }))
                .withMessage("of the consumer");
        assertThat(new ReportSpend(database.spend()).report(ALL).totals().requests()).isOne();
    }

    /** SQLite does not notice writers of a file that it was told cannot change. */
    @Test
    void aProtectedLedgerThatIsWrittenMeanwhileIsReadAsItIs() throws IOException {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        LedgerDatabase reader = files.open(file);
        assertThat(reader.ledger().find(id(0))).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (LedgerDatabase writer = LedgerDatabase.open(file)) {
            for (int from = 0; from < 3_000; from += 1_000) {
                writer.ledger()
                        .record(
                                IntStream.range(from, from + 1_000)
                                        .mapToObj(number -> recording(complete(id(number))))
                                        .toList());
                assertThat(new ReportSpend(reader.spend()).report(ALL).totals().requests())
                        .isEqualTo(from + 1_000);
            }
        }
        assertThat(reader.ledger().find(id(2_999))).isPresent();
    }

    /** Two of its queries may have seen different states, which is no damage. */
    @Test
    void aSnapshotOfAProtectedLedgerThatIsWrittenMeanwhileIsRefused() throws IOException {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        try (LedgerConnection reader =
                LedgerConnection.open(new SqliteEngine(file, false, false))) {
            LedgerUnavailableException refusal =
                    refusalOf(() ->
                            reader.snapshot(sql -> {
                                recordBeside(file);
                                return sql.fetch("select count(*) from generation");
                            }));

            assertThat(refusal)
                    .hasMessageStartingWith("the ledger was written while it was read")
                    .matches(LedgerUnavailableException::isTransient);
            assertThat(
                            reader.<Integer>snapshot(
                                    sql -> sql.fetchCount(sql.selectFrom("generation"))))
                    .isEqualTo(1);
        }
    }

    private static void recordBeside(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        try (LedgerDatabase writer = LedgerDatabase.open(file)) {
            writer.ledger().record(List.of(recording(complete(id(1)))));
        }
    }

    @Test
    void aProtectedLedgerIsReadAndNotWritten() throws IOException {
        Path file = folder.resolve("ledger.db");
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            database.ledger().record(List.of(recording(complete(id(1)))));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        LedgerDatabase database = files.open(file);

        assertThat(database.ledger().find(id(1))).isPresent();
        assertThat(refusalOf(() -> database.ledger().record(List.of(recording(complete(id(2)))))))
                .hasMessage(file + " is read-only; allow writing to it and to its folder");
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    @Test
    void aProtectedEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertRefused(file, "is read-only, and its tables need schema version 15");
    }

    @Test
    void aFullDiskKeepsEarlierRecords() {
        Path file = folder.resolve("ledger.db");
        try (LedgerConnection connection = LedgerConnection.open(new SqliteEngine(file))) {
            connection.read(sql -> sql.fetch("pragma max_page_count = 30"));
            JooqLedger ledger = new JooqLedger(connection, new Recorder(connection));
            ledger.record(List.of(recording(complete(id(0)))));
            var many = IntStream.range(0, 500).mapToObj(i -> recording(complete(id(i)))).toList();

            assertThat(refusalOf(() -> ledger.record(many))).hasMessageContaining("disk is full");
            assertThat(ledger.find(id(0))).isPresent();
            assertThat(ledger.find(id(1))).isEmpty();
        }
    }

    @Test
    void namesTheLockedLedger() {
        Path file = folder.resolve("ledger.db");
        try (LedgerConnection holder = LedgerConnection.open(new SqliteEngine(file));
                LedgerConnection waiting = LedgerConnection.open(new SqliteEngine(file))) {
            waiting.read(sql -> sql.fetch("pragma busy_timeout = 1"));
            LedgerUnavailableException refusal =
                    holder.write(
                            held -> refusalOf(() -> waiting.write(sql -> sql.fetch("select 1"))));

            assertThat(refusal)
                    .hasMessageStartingWith(file + " is being written by another program");
        }
    }

    private void assertRefused(Path file, String message) {
        assertThat(refusalOf(() -> LedgerDatabase.open(file)))
                .hasMessageStartingWith(file + " ")
                .hasMessageContaining(message);
    }

    private static LedgerUnavailableException refusalOf(ThrowingCallable action) {
        return assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(action)
                .actual();
    }

    private void report(Path file) {
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            new ReportSpend(database.spend()).report(ALL);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatCannotBePreparedIsToldWhenItIsRecorded() {
        LedgerDatabase database = LedgerDatabase.open(folder.resolve("ledger.db"));
        database.close();

        Ledger.Prepared prepared = database.ledger().prepare(List.of(recording(complete(id(1)))));

        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(prepared::record);
    }
}

package io.genledger.adapter.sql.engine.sqlite;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupTest {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void record(LedgerDatabase database, int id) {
        database.ledger().record(List.of(recording(complete(id(id)))));
    }

    @Test
    void theCopyIsALedgerThatOnlyItsOwnerReads() throws IOException {
        LedgerDatabase database = files.open(folder.resolve("ledger.db"));
        record(database, 1);
        Path copy = folder.resolve("it's a copy?.db");

        database.backupTo(copy);
        record(database, 2);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        LedgerDatabase opened = files.open(copy);
        assertThat(opened.ledger().find(id(1)).orElseThrow().document()).isEqualTo(document(id(1)));
        assertThat(opened.ledger().find(id(2))).isEmpty();
        assertThat(opened.verifier().verify(5).faults()).isZero();
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        LedgerDatabase database = files.open(folder.resolve("ledger.db"));
        Path other = Files.writeString(folder.resolve("other"), "kept");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> database.backupTo(other));

        assertThat(other).hasContent("kept");
        assertThat(names()).noneMatch(name -> name.contains("unfinished"));
    }

    @Test
    void leavesNothingBehindIfItFails() throws IOException {
        Path file = folder.resolve("ledger.db");
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            IntStream.range(0, 200).forEach(id -> record(database, id));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8 * 4096), channel.size() - 8 * 4096);
        }

        LedgerDatabase damaged = files.open(file);
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> damaged.backupTo(folder.resolve("copy.db")));

        assertThat(names()).noneMatch(name -> name.contains("copy") || name.contains("unfinished"));
    }

    @Test
    void isConsistentWhileOthersRecord() throws Exception {
        LedgerDatabase database = files.open(folder.resolve("ledger.db"));
        IntStream.range(0, 200).forEach(id -> record(database, id));
        AtomicInteger next = new AtomicInteger(200);
        Thread writer =
                new Thread(() -> {
                    while (next.get() < 400) {
                        record(database, next.getAndIncrement());
                    }
                });
        writer.start();

        database.backupTo(folder.resolve("copy.db"));
        writer.join();

        LedgerDatabase copy = files.open(folder.resolve("copy.db"));
        assertThat(copy.verifier().verify(5).named()).isEmpty();
        assertThat(copy.verifier().verify(5).generations()).isBetween(200L, 400L);
        assertThat(database.verifier().verify(5).generations()).isEqualTo(400);
    }
}

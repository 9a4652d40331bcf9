package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Copies a ledger in a SQLite file to another file, as it was at one moment, while it is read and
 * written. The copy has its name only when it is complete and survives a crash.
 */
public final class SqliteBackup {

    private final LedgerConnection connection;

    /** Backs up the ledger of {@code connection}, which must be in a SQLite file. */
    public SqliteBackup(LedgerConnection connection) {
        this.connection = connection;
    }

    /**
     * Writes the copy, which only its owner can read.
     *
     * @param file where no file is yet
     * @throws FileAlreadyExistsException if there is a file; it is not overwritten
     * @throws IOException if the copy cannot be written
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read, or
     *     the copy cannot be written
     */
    public void writeTo(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        // Readable by the owner only; SQLite fills an empty file.
        Path unfinished = Files.createTempFile(folder, ".genledger-backup-", ".unfinished");
        try {
            copyTo(unfinished, file);
            force(unfinished);
            // Unlike a move, this never replaces a file.
            Files.createLink(file, unfinished);
        } finally {
            Files.delete(unfinished);
        }
        force(folder);
    }

    /** Copies to {@code unfinished}; if that cannot be written, {@code file} is named. */
    private void copyTo(Path unfinished, Path file) throws IOException {
        try {
            connection.read(sql -> sql.execute("vacuum into ?", unfinished.toString()));
        } catch (LedgerUnavailableException failure) {
            FreeSpace space = FreeSpace.beside(file);
            if (!space.explains(failure) && !SqliteErrors.isOfWriting(failure)) {
                throw failure;
            }
            IOException notWritten =
                    new FileSystemException(
                            file.toString(),
                            null,
                            space.explains(failure)
                                    ? "no room for the copy: " + space.advice()
                                    : "the copy cannot be written: the disk reports an error");
            notWritten.initCause(failure);
            throw notWritten;
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

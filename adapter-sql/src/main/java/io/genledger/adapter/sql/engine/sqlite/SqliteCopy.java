package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Copies a ledger's file. */
final class SqliteCopy {

    private static final String SUFFIX = ".bak";

    private SqliteCopy() {}

    /**
     * Copies the committed state of {@code file} into a file beside it, named {@code .bak}, which
     * only its owner can read. An equal copy is kept; a different file of that name is not touched:
     * the copy is then named {@code .bak2}, and so on. The copy survives a power failure.
     *
     * @return the path of the copy
     * @throws LedgerUnavailableException if the folder cannot be written
     * @throws SQLException if the ledger cannot be read, or the disk is full
     */
    static String beside(Path file) throws SQLException {
        Path ledger = file.toAbsolutePath();
        Path unfinished = ledger.resolveSibling(ledger.getFileName() + SUFFIX + "-unfinished");
        try {
            Files.deleteIfExists(unfinished);
            // SQLite would create it readable by all, but fills a file that exists and is empty.
            Files.createFile(unfinished, SqliteFile.ownerOnly(ledger, "rw-------"));
            copy(ledger, unfinished);
            sync(unfinished, StandardOpenOption.WRITE);
            return named(ledger, unfinished).toString();
        } catch (IOException failure) {
            throw new LedgerUnavailableException(
                    "%s cannot be copied to %s%s before its migration (%s); allow writing to its folder"
                            .formatted(
                                    file,
                                    file.getFileName(),
                                    SUFFIX,
                                    failure.getClass().getSimpleName()),
                    failure);
        }
    }

    private static void copy(Path ledger, Path copy) throws SQLException {
        try (Connection connection =
                        new SQLiteConfig().createConnection("jdbc:sqlite:" + ledger.toUri());
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toUri().toString());
            vacuum.execute();
        }
    }

    private static Path named(Path ledger, Path unfinished) throws IOException {
        for (int number = 1; ; number++) {
            String suffix = SUFFIX + (number == 1 ? "" : Integer.toString(number));
            Path name = ledger.resolveSibling(ledger.getFileName() + suffix);
            if (Files.notExists(name)) {
                Files.move(unfinished, name);
                sync(ledger.resolveSibling("."), StandardOpenOption.READ);
                return name;
            }
            if (Files.mismatch(unfinished, name) < 0) {
                Files.delete(unfinished);
                return name;
            }
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}

package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.schema.Migrator;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Finds or creates a ledger's file and connects to it. */
final class SqliteFile {

    private static final Set<PosixFilePermission> WRITE_PERMISSIONS =
            Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    private SqliteFile() {}

    /**
     * A connection to a ledger of the newest schema version.
     *
     * @param isNew whether there was no ledger before
     * @param outdated whether what the connection reads may no longer be right
     */
    record Opened(Connection connection, boolean isNew, BooleanSupplier outdated) {}

    /**
     * Opens the ledger in {@code file}, which is created with its folders if it does not exist.
     *
     * @param createsLedger false to fail if there is no ledger
     * @param migrates false to fail if the ledger has an earlier version
     * @throws LedgerUnavailableException if that fails; the message says what to do
     */
    static Opened open(Path file, boolean createsLedger, boolean migrates) {
        try {
            if (Files.isDirectory(file)) {
                throw new LedgerUnavailableException(
                        file + " is a directory; name a file in it", null);
            }
            if (!createsLedger && Files.notExists(file)) {
                throw SqliteSchema.noLedger(file);
            }
            boolean readOnly = Files.exists(file) && !isWritable(file);
            if (!readOnly) {
                create(file.toAbsolutePath());
            }
            return connectWhenFree(new SqliteSchema(file, createsLedger, migrates, readOnly));
        } catch (IOException failure) {
            throw SqliteErrors.translate(file, failure);
        }
    }

    /** Whether the file may be written; its write protection counts for root, too. */
    private static boolean isWritable(Path file) throws IOException {
        return Files.isWritable(file)
                && (!isPosix(file)
                        || Files.getPosixFilePermissions(file).stream()
                                .anyMatch(WRITE_PERMISSIONS::contains));
    }

    private static void create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(file, "rwx------"));
        }
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, ownerOnly(file, "rw-------"));
            } catch (FileAlreadyExistsException createdByAnotherProcess) {
                createTargetOf(file);
            }
        }
    }

    /**
     * A link to a missing file exists itself, so that only the file that it names can be created.
     */
    private static void createTargetOf(Path file) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return;
        }
        try {
            Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            ownerOnly(file, "rw-------"))
                    .close();
        } catch (NoSuchFileException missingFolder) {
            throw new LedgerUnavailableException(
                    "%s is a link to %s, whose folder does not exist; create that folder, or change the link"
                            .formatted(file, Files.readSymbolicLink(file)),
                    missingFolder);
        }
    }

    static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Two processes that create one file at the same time may find it locked although SQLite's own
     * busy timeout has not passed, so the connection is tried again until it has.
     */
    private static Opened connectWhenFree(SqliteSchema schema) throws IOException {
        long giveUpAt = System.nanoTime() + Engine.LOCK_TIMEOUT.toNanos();
        while (true) {
            FileState before = FileState.of(schema.file());
            boolean unlogged = schema.readOnly() && before.logSize() == 0;
            BooleanSupplier outdated = () -> unlogged && !before.isPresent();
            try {
                return connect(schema, unlogged, outdated);
            } catch (SQLException failure) {
                if (!schema.readOnly()
                        && before.logSize() == 0
                        && SqliteErrors.lacksSharedIndex(failure)) {
                    return connectForReading(schema, failure);
                }
                boolean mayPass = SqliteErrors.isBusy(failure) || outdated.getAsBoolean();
                if (!mayPass || System.nanoTime() - giveUpAt > 0) {
                    throw SqliteErrors.translate(schema.file(), failure);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    /** Reads a ledger that cannot be written because the disk is full, as a read-only file. */
    private static Opened connectForReading(SqliteSchema schema, SQLException notWritable)
            throws IOException {
        try {
            return connectWhenFree(schema.forReading());
        } catch (LedgerUnavailableException alsoNotReadable) {
            LedgerUnavailableException failure = SqliteErrors.translate(schema.file(), notWritable);
            failure.addSuppressed(alsoNotReadable);
            throw failure;
        }
    }

    private static Opened connect(SqliteSchema schema, boolean unlogged, BooleanSupplier outdated)
            throws SQLException {
        Connection connection =
                settings(schema.readOnly()).createConnection(url(schema.file(), unlogged));
        try {
            boolean isNew = Migrator.migrate(schema, connection);
            if (!schema.readOnly()) {
                useWriteAheadLog(connection);
            }
            return new Opened(connection, isNew, outdated);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Called after the migrator accepted the file, because the mode is stored in it. */
    private static void useWriteAheadLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
        }
    }

    private static SQLiteConfig settings(boolean readOnly) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setBusyTimeout(Math.toIntExact(Engine.LOCK_TIMEOUT.toMillis()));
        settings.enforceForeignKeys(true);
        settings.setReadOnly(readOnly);
        if (!readOnly) {
            settings.setSynchronous(SynchronousMode.FULL);
        }
        return settings;
    }

    /**
     * The file as a URI, in which every character of a path is literal.
     *
     * @param unlogged whether to read a write-protected file without its write-ahead log: {@code
     *     immutable} lets SQLite do so without creating one beside it. SQLite then overlooks
     *     writers, so the file's state is compared after each query.
     */
    private static String url(Path file, boolean unlogged) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri() + (unlogged ? "?immutable=1" : "");
    }

    /** What shows that a file was written. Each writer appends to a write-ahead log at first. */
    private record FileState(Path file, long logSize, long size, FileTime modified) {

        static FileState of(Path file) throws IOException {
            Path path = file.toAbsolutePath();
            Path log = path.resolveSibling(path.getFileName() + "-wal");
            return new FileState(
                    file,
                    Files.exists(log) ? Files.size(log) : 0,
                    Files.size(file),
                    Files.getLastModifiedTime(file));
        }

        boolean isPresent() {
            try {
                return equals(of(file));
            } catch (IOException gone) {
                return false;
            }
        }
    }
}

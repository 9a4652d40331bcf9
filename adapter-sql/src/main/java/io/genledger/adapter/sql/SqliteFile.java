package io.genledger.adapter.sql;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Finds or makes a ledger's file and connects to it. */
final class SqliteFile {

    /** How long to wait for other processes that write. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<PosixFilePermission> ANYBODY_WRITES =
            Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    private SqliteFile() {}

    /** A connection to the newest schema. */
    static Connection open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new LedgerUnavailableException(
                        file + " is a directory; name a file in it", null);
            }
            boolean readOnly = Files.exists(file) && !isWritable(file);
            if (!readOnly) {
                make(file.toAbsolutePath());
            }
            return connectPatiently(file, readOnly);
        } catch (IOException failure) {
            throw Trouble.with(file, failure);
        }
    }

    /** Write protection counts for root too, who could ignore it. */
    private static boolean isWritable(Path file) throws IOException {
        return Files.isWritable(file)
                && (!isPosix(file)
                        || Files.getPosixFilePermissions(file).stream()
                                .anyMatch(ANYBODY_WRITES::contains));
    }

    private static void make(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(file, "rwx------"));
        }
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, ownerOnly(file, "rw-------"));
            } catch (FileAlreadyExistsException madeMeanwhile) {
                return; // by another process; it is as good as ours
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
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
     * Two processes that make one file at once may lock each other out without being asked to wait.
     */
    private static Connection connectPatiently(Path file, boolean readOnly) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connect(file, readOnly);
            } catch (SQLException failure) {
                if (!Trouble.isBusy(failure) || System.nanoTime() - giveUpAt > 0) {
                    throw Trouble.with(file, failure);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        Connection connection = settings(readOnly).createConnection(url(file, readOnly));
        try {
            Migrations.bringUpToDate(file, connection, readOnly);
            if (!readOnly) {
                keepWriteAheadLog(connection);
            }
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Only once it is known to be ours: a file remembers this mode, another program's too. */
    private static void keepWriteAheadLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
        }
    }

    private static SQLiteConfig settings(boolean readOnly) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        settings.enforceForeignKeys(true);
        settings.setReadOnly(readOnly);
        if (!readOnly) {
            settings.setSynchronous(SynchronousMode.FULL);
        }
        return settings;
    }

    /**
     * The file as a URI, in which no character of a path has a meaning of its own. Without its
     * write-ahead log a protected file cannot change, and SQLite need not make one beside it.
     */
    private static String url(Path file, boolean readOnly) {
        Path path = file.toAbsolutePath();
        boolean atRest =
                readOnly && !Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
        return "jdbc:sqlite:" + path.toUri() + (atRest ? "?immutable=1" : "");
    }
}

package io.genledger.app.kill;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The ledger that all work on.
 *
 * @param location as {@code --db} takes it: a file, or a URL of a PostgreSQL server
 */
public record KillLedger(String location) {

    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(30);
    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND backend_type = 'client backend'";

    public static KillLedger in(Path folder) {
        return new KillLedger(folder.resolve("ledger.db").toString());
    }

    /**
     * Opens it when no killed process works on it any more: a server may still be committing what a
     * process asked for before it was killed.
     */
    public LedgerDatabase openAfterKill() {
        if (isOnServer()) {
            awaitQuiet();
        }
        return open();
    }

    private void awaitQuiet() {
        Instant end = Instant.now().plus(LONGEST_COMMIT);
        try (Connection connection = DriverManager.getConnection("jdbc:" + location);
                PreparedStatement others = connection.prepareStatement(OTHERS)) {
            while (count(others) > 0) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("others are connected with " + location);
                }
                LockSupport.parkNanos(2_000_000);
            }
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    public boolean isOnServer() {
        return PostgresServer.isMeantBy(location);
    }

    public LedgerDatabase open() {
        return isOnServer()
                ? LedgerDatabase.open(PostgresServer.of(location))
                : LedgerDatabase.open(Path.of(location));
    }
}

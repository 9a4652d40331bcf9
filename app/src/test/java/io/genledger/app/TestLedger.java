package io.genledger.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The ledger of a test.
 *
 * @param location as {@code --db} takes it: a file, or a URL of a PostgreSQL server
 */
public record TestLedger(String location) {

    public LedgerAddress address() {
        return isOnServer()
                ? LedgerAddress.ofServer(location, Optional.empty(), Optional.empty())
                : LedgerAddress.of(Path.of(location));
    }

    /** Executes a statement beside Genledger. */
    public void change(String statement) throws SQLException {
        String url = isOnServer() ? "jdbc:" + location : "jdbc:sqlite:" + location;
        try (Connection connection = DriverManager.getConnection(url);
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private boolean isOnServer() {
        return LedgerAddress.isServer(location);
    }
}

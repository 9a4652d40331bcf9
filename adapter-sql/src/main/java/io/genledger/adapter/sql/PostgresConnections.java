package io.genledger.adapter.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/** Connects to a server, and sees to it that nothing waits for ever. */
final class PostgresConnections {

    /**
     * No report takes as long; without it, a server that lost its power is waited for for hours.
     */
    private static final String SECONDS_TO_ANSWER = "600";

    private PostgresConnections() {}

    /** The driver itself, because {@code DriverManager} would load SQLite's too. */
    static Connection open(PostgresServer server) throws SQLException {
        Connection connection =
                Objects.requireNonNull(
                        new org.postgresql.Driver().connect(server.jdbcUrl(), settings(server)));
        try (Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute(
                    "set lock_timeout = %d; set idle_in_transaction_session_timeout = 60000;"
                                    .formatted(SqliteFile.PATIENCE.toMillis())
                            + " set client_min_messages = warning");
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** What the URL says of these overrules them. */
    private static Properties settings(PostgresServer server) {
        Properties settings = new Properties();
        server.user().ifPresent(user -> settings.setProperty("user", user));
        server.password().ifPresent(password -> settings.setProperty("password", password));
        settings.setProperty("ApplicationName", "genledger");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        settings.setProperty("tcpKeepAlive", "true");
        return settings;
    }
}

package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/** Opens connections to a PostgreSQL server, each with timeouts. */
final class PostgresConnections {

    /**
     * Longer than the slowest report. Without a timeout, a call would hang for hours after a power
     * failure of the server.
     */
    private static final String SOCKET_TIMEOUT_SECONDS = "600";

    /**
     * The server probes a connection that is idle for a minute, before a firewall between forgets
     * it: the next statement would otherwise wait for the socket's timeout.
     */
    private static final String KEEP_ALIVE =
            " set tcp_keepalives_idle = 60; set tcp_keepalives_interval = 10;"
                    + " set tcp_keepalives_count = 6";

    private PostgresConnections() {}

    /** Calls the driver itself, because {@code DriverManager} would load SQLite's as well. */
    static Connection open(PostgresAddress address) throws SQLException {
        Connection connection =
                Objects.requireNonNull(
                        new org.postgresql.Driver().connect(address.jdbcUrl(), settings(address)));
        try (Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute(
                    "set lock_timeout = %d; set idle_in_transaction_session_timeout = 60000;"
                                    .formatted(Engine.LOCK_TIMEOUT.toMillis())
                            + " set client_min_messages = warning;"
                            + KEEP_ALIVE);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Properties settings(PostgresAddress address) {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "genledger");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        settings.putAll(address.settings());
        address.user().ifPresent(user -> settings.setProperty("user", user));
        address.password().ifPresent(password -> settings.setProperty("password", password));
        // Else an exception's message holds the parameters of a batch: whole documents.
        settings.setProperty("logServerErrorDetail", "false");
        return settings;
    }
}

package io.genledger.adapter.sql.engine.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** Opens connections to a PostgreSQL server. */
final class PostgresDriver {

    /**
     * Longer than the slowest report. Without a timeout, a call would hang for hours after a power
     * failure of the server.
     */
    private static final String SOCKET_TIMEOUT_SECONDS = "600";

    private PostgresDriver() {}

    /**
     * Calls the driver itself, because {@code DriverManager} would load SQLite's as well. Sets
     * nothing in the server's session: behind a pooler such as PgBouncer, each transaction may have
     * another one.
     */
    static Connection connect(PostgresAddress address) throws SQLException {
        return Objects.requireNonNull(
                new org.postgresql.Driver().connect(address.jdbcUrl(), settings(address)));
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

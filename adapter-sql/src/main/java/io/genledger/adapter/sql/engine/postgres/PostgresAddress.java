package io.genledger.adapter.sql.engine.postgres;

import java.util.Map;
import java.util.Optional;

/**
 * The address of a database on a PostgreSQL server, with the login.
 *
 * @param name host, port and database, as messages name them; holds no secret
 * @param jdbcUrl the driver's URL; holds no secret
 * @param settings names and values of the driver's parameters
 * @param user empty for the name of the system's user
 * @param password empty if the server requires none
 */
public record PostgresAddress(
        String name,
        String jdbcUrl,
        Map<String, String> settings,
        Optional<String> user,
        Optional<String> password) {

    /** The name alone: the other components may hold secrets. */
    @Override
    public String toString() {
        return name;
    }
}

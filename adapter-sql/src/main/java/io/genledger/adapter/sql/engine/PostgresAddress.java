package io.genledger.adapter.sql.engine;

import java.util.Optional;

/**
 * How to connect to a database on a PostgreSQL server.
 *
 * @param name host, port and database, as messages name them; holds no secret
 * @param jdbcUrl the driver's URL with its settings, without user and password
 * @param user empty for the name of the system's user
 * @param password empty if the server asks for none
 */
public record PostgresAddress(
        String name, String jdbcUrl, Optional<String> user, Optional<String> password) {

    /** The name alone: the other components may hold secrets. */
    @Override
    public String toString() {
        return name;
    }
}

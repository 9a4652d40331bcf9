package io.genledger.app;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.TrinoServer;
import io.genledger.ports.lake.LakeUnavailableException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a lake is reached by. Its text shows no password.
 *
 * @param server the lake's schema on a Trino server
 * @param driver the file of Trino's JDBC driver
 * @param feed the catalog and schema in which the server reads the ledger's feed, such as {@code
 *     pg_eu.public}; empty for {@code pg_NAME.public}
 */
public record LakeAccess(TrinoServer server, Path driver, Optional<String> feed) {

    /** The form of a lake's URL, for messages. */
    public static final String SERVER_URL = TrinoServer.EXPECTED;

    /** The name of the file of Trino's JDBC driver. */
    public static final String DRIVER_FILE = LakeDatabase.DRIVER_FILE;

    /**
     * The lake at {@code url}.
     *
     * @param user the user if the URL names none
     * @param password the password if the URL states none
     * @throws IllegalArgumentException if the URL is malformed; the message does not repeat it
     */
    public static LakeAccess of(
            String url,
            Optional<String> user,
            Optional<String> password,
            Path driver,
            Optional<String> feed) {
        return new LakeAccess(TrinoServer.of(url).orElse(user, password), driver, feed);
    }

    /**
     * Checks the form of a feed.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static void requireFeed(String feed) {
        LakeDatabase.requireFeed(feed);
    }

    /** The statements that create the tables of an Iceberg catalog in a PostgreSQL database. */
    public static String catalogTables() {
        return LakeDatabase.catalogTables();
    }

    /**
     * Uses the lake; does not connect yet.
     *
     * @throws LakeUnavailableException if there is no driver; the message says where to get it
     */
    public OpenLake open() {
        return new OpenLake(
                LakeDatabase.on(
                        server, driver, name -> feed.orElseGet(() -> "pg_" + name + ".public")),
                toString());
    }

    @Override
    public String toString() {
        return server.toString();
    }
}

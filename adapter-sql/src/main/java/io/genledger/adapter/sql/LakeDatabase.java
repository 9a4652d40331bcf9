package io.genledger.adapter.sql;

import io.genledger.adapter.sql.engine.trino.TrinoConnection;
import io.genledger.adapter.sql.engine.trino.TrinoDriver;
import io.genledger.adapter.sql.lake.FeedPlace;
import io.genledger.adapter.sql.lake.LakeTable;
import io.genledger.adapter.sql.lake.TrinoGenerationReader;
import io.genledger.adapter.sql.lake.TrinoLake;
import io.genledger.adapter.sql.lake.TrinoSpendReader;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/**
 * A lake of several ledgers: one Iceberg table that a Trino server writes and reads. Safe for use
 * by many threads. Connections are opened by each call, and closed after it.
 */
public final class LakeDatabase implements AutoCloseable {

    /** The name of the file of Trino's JDBC driver. */
    public static final String DRIVER_FILE = TrinoDriver.FILE;

    private final TrinoConnection connection;
    private final String catalog;
    private final Function<LedgerName, FeedPlace> feeds;

    private LakeDatabase(
            TrinoConnection connection, String catalog, Function<LedgerName, FeedPlace> feeds) {
        this.connection = connection;
        this.catalog = catalog;
        this.feeds = feeds;
    }

    /**
     * Uses the lake on {@code server}; does not connect yet.
     *
     * @param driver the file of Trino's JDBC driver
     * @param feeds the catalog and schema in which the server reads the feed of a ledger, in a form
     *     that {@link #requireFeed} accepts
     * @throws LakeUnavailableException if there is no driver; the message says where to get it
     */
    public static LakeDatabase on(
            TrinoServer server, Path driver, Function<LedgerName, String> feeds) {
        Properties login = new Properties();
        server.settings().forEach(login::setProperty);
        login.setProperty("user", server.user().orElse("genledger"));
        server.password().ifPresent(password -> login.setProperty("password", password));
        TrinoConnection connection =
                new TrinoConnection(
                        TrinoDriver.load(driver),
                        "jdbc:trino://%s/%s/%s"
                                .formatted(server.host(), server.catalog(), server.schema()),
                        login,
                        server.toString());
        return new LakeDatabase(
                connection, server.catalog(), name -> FeedPlace.of(feeds.apply(name)));
    }

    /**
     * Checks the form of the place of a feed, such as {@code pg_eu.public}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static void requireFeed(String place) {
        var unused = FeedPlace.of(place);
    }

    /** The statements that create the tables of an Iceberg catalog in a PostgreSQL database. */
    public static String catalogTables() {
        return LakeTable.catalogTables();
    }

    /** The rows of all ledgers. */
    public Lake lake() {
        return new TrinoLake(connection, catalog, feeds);
    }

    /**
     * Sums of spend of all ledgers.
     *
     * @param isFresh whether also of rows that the ledgers have and the lake does not have yet
     */
    public SpendReader spend(boolean isFresh) {
        return new TrinoSpendReader(connection, feeds, isFresh);
    }

    /**
     * The generations of all ledgers.
     *
     * @param isFresh whether also those that the ledgers have and the lake does not have yet
     */
    public GenerationReader generations(boolean isFresh) {
        return new TrinoGenerationReader(connection, feeds, isFresh);
    }

    /**
     * Creates the schema and the table, or adds the columns that a table of an earlier version
     * lacks.
     *
     * @return what was done, as sentences; empty if nothing was missing
     * @throws LakeUnavailableException if the server cannot be used; the message says what to do
     */
    public List<String> prepare() {
        return new LakeTable(connection).prepare();
    }

    @Override
    public void close() {
        connection.close();
    }
}

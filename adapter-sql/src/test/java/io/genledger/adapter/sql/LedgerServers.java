package io.genledger.adapter.sql;

import io.genledger.adapter.sql.engine.postgres.PostgresEngine;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.testkit.QueueFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Creates ledgers on a real server, each in its own schema or database; drops them after each test,
 * and verifies some before.
 */
public final class LedgerServers implements AfterEachCallback {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Places that tests changed by plain JDBC, so that their sums need not be right. */
    private static final Set<PostgresServer> DAMAGED = ConcurrentHashMap.newKeySet();

    private final List<LedgerDatabase> open = new CopyOnWriteArrayList<>();
    private final List<PostgresServer> toVerify = new CopyOnWriteArrayList<>();
    private final List<PostgresServer> places = new ArrayList<>();
    private final List<String> drops = new ArrayList<>();

    /** A new schema without a ledger. */
    public PostgresServer emptyPlace() {
        String schema = "s" + NUMBER.incrementAndGet();
        change(TestServer.asOwner(""), "create schema " + schema);
        drops.add("drop schema " + schema + " cascade");
        return placed(TestServer.asOwner("?currentSchema=" + schema));
    }

    /**
     * A new database with an empty ledger: a copy, which takes a quarter of the processor time of
     * the statements that create a ledger.
     */
    public PostgresServer emptyLedger() {
        String database = "d" + NUMBER.incrementAndGet();
        change(
                TestServer.asOwner(""),
                "create database %s template %s strategy file_copy"
                        .formatted(database, EmptyLedger.DATABASE));
        // A closed connection ends a moment later on the server.
        drops.add("drop database " + database + " with (force)");
        return placed(TestServer.asOwnerOf(database));
    }

    private PostgresServer placed(PostgresServer place) {
        places.add(place);
        return place;
    }

    /** The database that is copied. */
    private static final class EmptyLedger {

        private static final String DATABASE = create("empty_ledger");

        private static String create(String database) {
            change(TestServer.asOwner(""), "create database " + database);
            LedgerDatabase.open(TestServer.asOwnerOf(database)).close();
            return database;
        }
    }

    /** Opens a new and empty ledger until the end of the test. */
    public LedgerDatabase empty() {
        return open(emptyLedger());
    }

    QueueFixture emptyFixture() {
        return LedgerFiles.fixtureOf(empty());
    }

    /** Opens a ledger until the end of the test. */
    public LedgerDatabase open(PostgresServer server) {
        LedgerDatabase database = LedgerDatabase.open(server);
        open.add(database);
        if (VerifiedOpens.count()) {
            toVerify.add(server);
        }
        return database;
    }

    /** Opens a ledger, migrated if it is of an earlier version, until the end of the test. */
    public LedgerDatabase open(PostgresServer server, Migration migration) {
        LedgerDatabase database = LedgerDatabase.open(server, migration);
        open.add(database);
        return database;
    }

    /** The schema or database that was created last. */
    PostgresServer place() {
        return places.get(places.size() - 1);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(LedgerDatabase::close);
        try {
            toVerify.stream()
                    .filter(server -> !DAMAGED.contains(server))
                    .forEach(LedgerServers::verify);
        } finally {
            drop();
        }
    }

    private static void verify(PostgresServer server) {
        try (LedgerDatabase database = LedgerDatabase.openExisting(server)) {
            VerifiedOpens.verify(database);
        }
    }

    private void drop() {
        drops.forEach(drop -> change(TestServer.asOwner(""), drop));
        open.clear();
        toVerify.clear();
        places.clear();
        drops.clear();
    }

    /** The engine of a ledger on {@code server}. */
    public static PostgresEngine engine(PostgresServer server) {
        return new PostgresEngine(server.address(), true);
    }

    /** The first column of the first row as text, read by plain JDBC. */
    public static String ask(PostgresServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    /** Executes statements by plain JDBC. */
    public static void change(PostgresServer server, String change) {
        DAMAGED.add(server);
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A plain connection to {@code server}. */
    public static Connection connect(PostgresServer server) throws SQLException {
        Properties login = new Properties();
        login.putAll(server.settings());
        login.setProperty("user", server.user().orElseThrow());
        login.setProperty("password", server.password().orElse(""));
        return DriverManager.getConnection("jdbc:postgresql://" + server.place(), login);
    }
}

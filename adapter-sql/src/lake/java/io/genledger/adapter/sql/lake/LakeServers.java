package io.genledger.adapter.sql.lake;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.adapter.sql.TrinoServer;
import io.genledger.ports.lake.LedgerName;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lakes and ledgers on the servers that {@code .ci/lake} has started. Each test has schemas of its
 * own, in the lake and in the databases of the ledgers.
 */
final class LakeServers implements AfterEachCallback {

    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 10_000) * 1_000);

    private final String schema = "t" + NUMBER.incrementAndGet();
    private final List<AutoCloseable> open = new ArrayList<>();
    private boolean hasCatalog;

    /** A new and empty lake. */
    LakeDatabase emptyLake() throws SQLException {
        createCatalog();
        LakeDatabase lake = openLake();
        var unused = lake.prepare();
        return lake;
    }

    /** The same lake by another connection. */
    LakeDatabase openLake() {
        return opened(
                LakeDatabase.on(
                        TrinoServer.of(url()), driver(), name -> "pg_" + name + "." + schema));
    }

    /** The ledger of this name, which is empty at first. */
    LedgerDatabase ledger(LedgerName name) throws SQLException {
        execute(name.value(), "create schema if not exists " + schema);
        return opened(
                LedgerDatabase.open(
                        PostgresServer.of(
                                address(name.value())
                                        + "?user=genledger&currentSchema="
                                        + schema)));
    }

    /** Changes a ledger by plain JDBC. */
    void change(LedgerName name, String statement) throws SQLException {
        execute(name.value(), "set search_path to " + schema + "; " + statement);
    }

    /** The users whom the lake names. */
    List<String> users() throws SQLException {
        return asked("select distinct external_user from entry");
    }

    /** The number of data files of the lake. */
    int files() throws SQLException {
        return asked("select file_path from \"entry$files\"").size();
    }

    /** Changes the lake by a statement of its own. */
    void changeLake(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "genledger", null);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /** The first column of an answer of Trino. */
    private List<String> asked(String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), "genledger", null);
                Statement one = connection.createStatement();
                ResultSet rows = one.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private String url() {
        return setting("GENLEDGER_LAKE").replaceFirst("/[^/]*$", "/" + schema);
    }

    /** The tables of the lake's catalog, as the user makes them. */
    private synchronized void createCatalog() throws SQLException {
        if (!hasCatalog) {
            executeAt(setting("GENLEDGER_LAKE_CATALOG"), LakeDatabase.catalogTables());
            hasCatalog = true;
        }
    }

    private static void execute(String database, String statement) throws SQLException {
        executeAt(address(database), statement);
    }

    private static void executeAt(String address, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, "genledger", "");
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static String address(String database) {
        return setting("GENLEDGER_LAKE_POSTGRES") + "/" + database;
    }

    /** The driver of the tests' class path. */
    static Path driver() {
        try {
            return Path.of(
                    Class.forName("io.trino.jdbc.TrinoDriver")
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException("the profile lake adds Trino's driver", missing);
        }
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run the tests by .ci/lake");
        }
        return value;
    }

    private synchronized <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        open.clear();
    }
}

package io.genledger.adapter.sql;

import io.genledger.ports.ledger.Migration;
import io.genledger.ports.testkit.QueueFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Creates ledgers in separate files and closes them after each test. */
public final class LedgerFiles implements AfterEachCallback {

    private final List<LedgerDatabase> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();

    /** Creates an empty ledger. */
    public LedgerDatabase emptyIn(Path folder) {
        return open(folder.resolve(number.incrementAndGet() + ".db"));
    }

    /** The queue ports of an empty ledger. */
    public QueueFixture emptyFixtureIn(Path folder) {
        return fixtureOf(emptyIn(folder));
    }

    /** The queue ports of {@code database}. */
    public static QueueFixture fixtureOf(LedgerDatabase database) {
        return new QueueFixture(
                database.pending(),
                database.claims(),
                database.ledger(),
                database.queue(),
                database.queueEditor(),
                database.events(),
                database.quarantine(),
                database.refreshQueue());
    }

    /** Opens a ledger until the end of the test. */
    public LedgerDatabase open(Path file) {
        LedgerDatabase database = LedgerDatabase.open(file);
        open.add(database);
        return database;
    }

    /** Opens a ledger, migrated if it is of an earlier version, until the end of the test. */
    public LedgerDatabase open(Path file, Migration migration) {
        LedgerDatabase database = LedgerDatabase.open(file, migration);
        open.add(database);
        return database;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(LedgerDatabase::close);
    }

    /** The first column of the first row as text, read by plain JDBC. */
    public static String ask(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return String.valueOf(answer.getString(1));
        }
    }

    /** Executes statements by plain JDBC. */
    public static void change(Path file, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
    }
}

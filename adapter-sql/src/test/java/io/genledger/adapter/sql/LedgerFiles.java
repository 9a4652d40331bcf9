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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Creates ledgers in separate files; closes them after each test, and verifies some. */
public final class LedgerFiles implements AfterEachCallback {

    /** Files that tests changed by plain JDBC, so that their sums need not be right. */
    private static final Set<Path> DAMAGED = ConcurrentHashMap.newKeySet();

    private final List<LedgerDatabase> open = new CopyOnWriteArrayList<>();
    private final Set<Path> toVerify = new CopyOnWriteArraySet<>();
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
                database.lookedUp(),
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
        if (VerifiedOpens.count()) {
            toVerify.add(file);
        }
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
        for (Path file : toVerify) {
            if (!DAMAGED.contains(file)) {
                try (LedgerDatabase database = LedgerDatabase.openExisting(file)) {
                    VerifiedOpens.verify(database);
                }
            }
        }
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
        DAMAGED.add(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
    }
}

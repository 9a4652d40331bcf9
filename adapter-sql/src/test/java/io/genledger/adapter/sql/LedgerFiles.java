package io.genledger.adapter.sql;

import io.genledger.ports.testkit.QueueFixture;
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

/** Makes ledgers in files of their own, and closes them after each test. */
final class LedgerFiles implements AfterEachCallback {

    private final List<LedgerDatabase> open = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();

    LedgerDatabase emptyIn(Path folder) {
        return open(folder.resolve(number.incrementAndGet() + ".db"));
    }

    QueueFixture emptyRoomIn(Path folder) {
        return roomOf(emptyIn(folder));
    }

    static QueueFixture roomOf(LedgerDatabase database) {
        return new QueueFixture(
                database.pending(),
                database.claims(),
                database.ledger(),
                database.queue(),
                database.queueEditor(),
                database.log(),
                database.aside(),
                database.rereads());
    }

    LedgerDatabase open(Path file) {
        LedgerDatabase database = LedgerDatabase.open(file);
        open.add(database);
        return database;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(LedgerDatabase::close);
    }

    /** The first column of the first row, as text, read past all our own code. */
    static String ask(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return String.valueOf(answer.getString(1));
        }
    }

    static void change(Path file, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
    }
}

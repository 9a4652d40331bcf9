package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction controlled by statements. The driver's own control would begin the next transaction
 * with each commit, so that an idle connection held the write lock.
 */
record SqliteTransaction(Connection connection) implements Transaction {

    /**
     * Begins a transaction that may write. It acquires the write lock at once: two transactions
     * that read first and write later would deadlock.
     */
    static SqliteTransaction begin(Connection connection) throws SQLException {
        return begin(connection, "begin immediate");
    }

    /** Begins a transaction by the statement {@code begin}. */
    static SqliteTransaction begin(Connection connection, String begin) throws SQLException {
        SqliteTransaction transaction = new SqliteTransaction(connection);
        transaction.execute(begin);
        return transaction;
    }

    @Override
    public void commit() throws SQLException {
        execute("commit");
    }

    @Override
    public void rollBack() throws SQLException {
        execute("rollback");
    }

    /** Executes a statement that controls a part of the transaction. */
    void execute(String control) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(control);
        }
    }
}

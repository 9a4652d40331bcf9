package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;

/**
 * A transaction of its own on a connection with autocommit, or a part of the open transaction of a
 * service on a connection without.
 *
 * @param savepoint the beginning of the part of a service's transaction
 */
record PostgresTransaction(Connection connection, Optional<Savepoint> savepoint)
        implements Transaction {

    /**
     * Settings for the transaction alone. A statement whose lock does not become free fails; so
     * does a transaction whose process has stopped in its midst, by which others would wait for it.
     */
    static final String SETTINGS =
            "set transaction isolation level read committed; set local lock_timeout = %d; set local idle_in_transaction_session_timeout = 60000"
                    .formatted(Engine.LOCK_TIMEOUT.toMillis());

    private static final String SNAPSHOT =
            "set transaction isolation level repeatable read, read only";

    static PostgresTransaction begin(Connection connection) throws SQLException {
        return begin(connection, SETTINGS);
    }

    /** A service's transaction keeps its own isolation level. */
    static PostgresTransaction beginSnapshot(Connection connection) throws SQLException {
        return begin(connection, SNAPSHOT);
    }

    private static PostgresTransaction begin(Connection connection, String settings)
            throws SQLException {
        if (!connection.getAutoCommit()) {
            return new PostgresTransaction(connection, Optional.of(connection.setSavepoint()));
        }
        connection.setAutoCommit(false);
        PostgresTransaction transaction = new PostgresTransaction(connection, Optional.empty());
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            return transaction;
        } catch (SQLException failure) {
            transaction.rollBackAfter(failure);
            throw failure;
        }
    }

    /** Whether it is a part of a service's transaction. */
    boolean isJoined() {
        return savepoint.isPresent();
    }

    @Override
    public void commit() throws SQLException {
        if (savepoint.isPresent()) {
            connection.releaseSavepoint(savepoint.get());
        } else {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void rollBack() throws SQLException {
        if (savepoint.isPresent()) {
            connection.rollback(savepoint.get());
        } else {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}

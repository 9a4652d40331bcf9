package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;

/**
 * A transaction of its own on a connection with autocommit, or a part of the open transaction of a
 * service on a connection without.
 *
 * @param savepoint the beginning of the part of a service's transaction
 * @param lockTimeout the setting of a service's transaction, which is restored
 */
record PostgresTransaction(
        Connection connection, Optional<Savepoint> savepoint, Optional<String> lockTimeout)
        implements Transaction {

    /**
     * Settings for the transaction alone. A statement whose lock does not become free fails; so
     * does a transaction whose process has stopped in its midst, by which others would wait for it.
     */
    static final String SETTINGS =
            "set transaction isolation level read committed; set local lock_timeout = %d; set local idle_in_transaction_session_timeout = 60000"
                    .formatted(Engine.LOCK_TIMEOUT.toMillis());

    /** The lock timeout of a service is kept if it has one. */
    private static final String OF_SERVICE =
            "select current_setting('lock_timeout'),"
                    + " set_config('lock_timeout', case current_setting('lock_timeout') when '0'"
                    + " then '%d' else current_setting('lock_timeout') end, true)"
                            .formatted(Engine.LOCK_TIMEOUT.toMillis());

    private static final String SNAPSHOT =
            "set transaction isolation level repeatable read, read only";

    static PostgresTransaction begin(Connection connection) throws SQLException {
        return connection.getAutoCommit() ? begin(connection, SETTINGS) : join(connection);
    }

    /** A service's transaction keeps its own isolation level. */
    static PostgresTransaction beginSnapshot(Connection connection) throws SQLException {
        return connection.getAutoCommit()
                ? begin(connection, SNAPSHOT)
                : new PostgresTransaction(
                        connection, Optional.of(connection.setSavepoint()), Optional.empty());
    }

    private static PostgresTransaction begin(Connection connection, String settings)
            throws SQLException {
        connection.setAutoCommit(false);
        PostgresTransaction transaction =
                new PostgresTransaction(connection, Optional.empty(), Optional.empty());
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            return transaction;
        } catch (SQLException failure) {
            transaction.rollBackAfter(failure);
            throw failure;
        }
    }

    private static PostgresTransaction join(Connection connection) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery(OF_SERVICE)) {
            settings.next();
            return new PostgresTransaction(
                    connection, Optional.of(savepoint), Optional.of(settings.getString(1)));
        }
    }

    /** Whether it is a part of a service's transaction. */
    boolean isJoined() {
        return savepoint.isPresent();
    }

    @Override
    public void commit() throws SQLException {
        if (savepoint.isPresent()) {
            restoreLockTimeout();
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

    private void restoreLockTimeout() throws SQLException {
        if (lockTimeout.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                // The server wrote it, so that it needs no quoting.
                statement.execute("set local lock_timeout = '" + lockTimeout.get() + "'");
            }
        }
    }
}

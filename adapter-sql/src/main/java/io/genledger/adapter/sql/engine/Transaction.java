package io.genledger.adapter.sql.engine;

import java.sql.SQLException;

/** An open transaction of one connection. */
public interface Transaction {

    /**
     * Commits it.
     *
     * @throws SQLException if it cannot be committed; it is still open then
     */
    void commit() throws SQLException;

    /**
     * Rolls it back.
     *
     * @throws SQLException if that fails, or the database has already rolled it back
     */
    void rollBack() throws SQLException;

    /** Rolls it back after {@code failure}, to which a failure of the rollback is added. */
    default void rollBackAfter(Throwable failure) {
        try {
            rollBack();
        } catch (SQLException alreadyRolledBack) {
            // SQLite rolls back by itself after the worst failures, such as a full disk.
            failure.addSuppressed(alreadyRolledBack);
        }
    }
}

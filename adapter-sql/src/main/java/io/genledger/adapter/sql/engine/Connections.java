package io.genledger.adapter.sql.engine;

import java.sql.SQLException;

/** The pool of one process's connections to a ledger. Safe for use by many threads. */
public interface Connections extends AutoCloseable {

    /**
     * Takes a connection, outside of a transaction, for the present thread. Opens one if none is
     * idle; waits if the pool has reached its bound.
     *
     * @throws SQLException if none can be opened, or none became free in time
     */
    Link take() throws SQLException;

    /**
     * Gives a connection back.
     *
     * @param usable false to close it, because it is lost or outdated
     * @throws SQLException if it cannot be closed
     */
    void giveBack(Link link, boolean usable) throws SQLException;

    /** The connections for look-ups of single rows, beside queries that take long. */
    default Connections lookUps() {
        return this;
    }

    /**
     * Closes all connections, those in use when they are given back. The pool cannot be used
     * afterwards.
     *
     * @throws SQLException if one cannot be closed
     */
    @Override
    void close() throws SQLException;
}

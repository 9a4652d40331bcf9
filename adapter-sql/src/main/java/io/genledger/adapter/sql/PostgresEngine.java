package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;

/**
 * PostgreSQL: a server that many processes write to at once. Those that judge by what is kept take
 * turns by one lock of the ledger's; claims pass over each other's rows and wait for nobody, so
 * that nothing can lock two of them, or one and a writer, for ever.
 *
 * @param makesTables whether a server that has no ledger yet shall get one
 */
record PostgresEngine(PostgresServer server, boolean makesTables) implements Engine {

    /** Takes the lock of one schema's ledger until the transaction ends. */
    static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('genledger ' || current_schema(), 0))";

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Opened connect() {
        try {
            return connectTo(server);
        } catch (SQLException failure) {
            throw trouble(failure);
        }
    }

    private Opened connectTo(PostgresServer server) throws SQLException {
        Connection connection = PostgresConnections.open(server);
        try {
            boolean isNew = new PostgresSchema(server, makesTables).bringUpToDate(connection);
            return new Opened(connection, isNew);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Whether there is a ledger, of whatever version. */
    boolean isThere() {
        try (Connection connection = PostgresConnections.open(server)) {
            return new PostgresSchema(server, false).isThere(connection);
        } catch (SQLException failure) {
            throw trouble(failure);
        }
    }

    @Override
    public void begin(Connection connection, Company company) throws SQLException {
        connection.setAutoCommit(false);
        if (company == Company.NONE) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK);
            } catch (SQLException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private void rollBack(Connection connection, SQLException failure) {
        try {
            rollBack(connection);
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** An array, because the planner may run a list's query more than once, and lock more rows. */
    @Override
    public Condition untaken(SelectForUpdateStep<Record1<String>> ids) {
        return TRACKED.ID.eq(any(array(ids.forUpdate().skipLocked())));
    }

    @Override
    public void take(DSLContext sql, List<String> ids) {
        Chunks.of(ids)
                .forEach(some ->
                        sql.select(TRACKED.ID)
                                .from(TRACKED)
                                .where(TRACKED.ID.in(some))
                                .orderBy(TRACKED.ID)
                                .forUpdate()
                                .execute());
    }

    /** PostgreSQL's text has no room for the character 0, nor for half a character. */
    @Override
    public String storable(String text) {
        return PostgresText.of(text);
    }

    @Override
    public boolean isLost(Exception failure) {
        return PostgresTrouble.isLost(failure);
    }

    @Override
    public LedgerUnavailableException trouble(Exception failure) {
        return PostgresTrouble.with(server, failure);
    }
}

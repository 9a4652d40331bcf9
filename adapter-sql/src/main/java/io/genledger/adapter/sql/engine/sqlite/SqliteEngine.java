package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jooq.TableField;

/**
 * SQLite: one file, in which one transaction writes at a time.
 *
 * @param createsLedger whether a missing file and missing tables are created
 */
public record SqliteEngine(Path file, boolean createsLedger) implements Engine {

    /** Creates a missing ledger. */
    public SqliteEngine(Path file) {
        this(file, true);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public Opened connect() {
        return SqliteFile.open(file, createsLedger);
    }

    /**
     * Acquires the write lock at once: two transactions that read first and write later would
     * deadlock.
     */
    @Override
    public void begin(Connection connection, LockMode mode) throws SQLException {
        execute(connection, "begin immediate");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "commit");
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        execute(connection, "rollback");
    }

    private static void execute(Connection connection, String control) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(control);
        }
    }

    @Override
    public Condition notLocked(TableField<?, String> id, SelectForUpdateStep<Record1<String>> ids) {
        return id.in(ids);
    }

    @Override
    public void lockRows(DSLContext sql, TableField<?, String> id, List<String> ids) {
        // A transaction that writes has locked the whole file.
    }

    @Override
    public String storable(String text) {
        return text;
    }

    @Override
    public boolean isLost(Exception failure) {
        return false;
    }

    @Override
    public LedgerUnavailableException translate(Exception failure) {
        return SqliteErrors.translate(file, failure);
    }
}

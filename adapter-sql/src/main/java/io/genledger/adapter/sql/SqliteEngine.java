package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.nio.file.Files;
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

/** SQLite: one file, in which one transaction writes at a time. */
record SqliteEngine(Path file) implements Engine {

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public Opened connect() {
        boolean isNew = Files.notExists(file);
        return new Opened(SqliteFile.open(file), isNew);
    }

    /** Taking the write lock first spares us a deadlock between two readers who go on to write. */
    @Override
    public void begin(Connection connection, Company company) throws SQLException {
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
    public Condition untaken(SelectForUpdateStep<Record1<String>> ids) {
        return TRACKED.ID.in(ids);
    }

    @Override
    public void take(DSLContext sql, List<String> ids) {
        // Who writes has the whole file.
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
    public LedgerUnavailableException trouble(Exception failure) {
        return Trouble.with(file, failure);
    }
}

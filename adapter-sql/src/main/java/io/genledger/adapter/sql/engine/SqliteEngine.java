package io.genledger.adapter.sql.engine;

import static io.genledger.adapter.sql.tables.Tables.COUNTER;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
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
 * @param migrates whether a ledger of an earlier version is migrated
 */
public record SqliteEngine(Path file, boolean createsLedger, boolean migrates) implements Engine {

    /** Creates a missing ledger. */
    public SqliteEngine(Path file) {
        this(file, true, false);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public Opened connect() {
        return SqliteFile.open(file, createsLedger, migrates);
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
    public long[] allocate(DSLContext sql, String sequence, int count) {
        long last =
                sql.update(COUNTER)
                        .set(COUNTER.VALUE, COUNTER.VALUE.plus(count))
                        .where(COUNTER.NAME.eq(sequence))
                        .returningResult(COUNTER.VALUE)
                        .fetchSingle()
                        .value1();
        return LongStream.rangeClosed(last - count + 1, last).toArray();
    }

    /** Always the same: one transaction writes at a time. */
    @Override
    public int rollupShard(DSLContext sql) {
        return 0;
    }

    @Override
    public void compact(DSLContext sql) {
        sql.execute("vacuum");
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

package io.genledger.adapter.sql.engine;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;

import io.genledger.adapter.sql.schema.Migrator;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jooq.TableField;

/**
 * PostgreSQL: a server that many processes write to at once. Exclusive transactions hold one
 * advisory lock of the ledger; shared ones skip locked rows instead of waiting for them, so that
 * transactions cannot deadlock.
 *
 * @param createsLedger whether missing tables are created
 * @param migrates whether a ledger of an earlier version is migrated
 */
public record PostgresEngine(PostgresAddress address, boolean createsLedger, boolean migrates)
        implements Engine {

    /** Migrates no ledger. */
    public PostgresEngine(PostgresAddress address, boolean createsLedger) {
        this(address, createsLedger, false);
    }

    /** Locks the ledger in the current schema until the transaction ends. */
    static final String LOCK_LEDGER =
            "select pg_advisory_xact_lock(hashtextextended('genledger ' || current_schema(), 0))";

    private static final int ROLLUP_SHARDS = 16;

    private static final String FREE_SHARD =
            "select shard from generate_series(0, ?) as shard where"
                    + " pg_try_advisory_xact_lock(hashtext('genledger ' || current_schema()), shard)"
                    + " limit 1";

    private static final String LOCK_SHARD =
            "select pg_advisory_xact_lock(hashtext('genledger ' || current_schema()), ?)";

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Opened connect() {
        try {
            return open();
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    private Opened open() throws SQLException {
        Connection connection = PostgresConnections.open(address);
        try {
            boolean isNew = Migrator.migrate(schema(), connection);
            return new Opened(connection, isNew, () -> false);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private PostgresSchema schema() {
        return new PostgresSchema(address, createsLedger, migrates);
    }

    /**
     * Whether the server holds a ledger, of any version.
     *
     * @throws LedgerUnavailableException if the server cannot be used
     */
    public boolean hasLedger() {
        try (Connection connection = PostgresConnections.open(address);
                Statement statement = connection.createStatement()) {
            return schema().version(statement) > 0;
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    @Override
    public void begin(Connection connection, LockMode mode) throws SQLException {
        connection.setAutoCommit(false);
        if (mode == LockMode.EXCLUSIVE) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK_LEDGER);
            } catch (SQLException failure) {
                rollBackAfter(failure, connection);
                throw failure;
            }
        }
    }

    private void rollBackAfter(SQLException failure, Connection connection) {
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

    /**
     * Selects into an array, which is evaluated once: as a subquery of {@code in}, the planner may
     * run it more than once and lock more rows than its limit.
     */
    @Override
    public Condition notLocked(TableField<?, String> id, SelectForUpdateStep<Record1<String>> ids) {
        return id.eq(any(array(ids.forUpdate().skipLocked())));
    }

    @Override
    public void lockRows(DSLContext sql, TableField<?, String> id, List<String> ids) {
        sql.select(id)
                .from(Objects.requireNonNull(id.getTable()))
                .where(id.in(ids))
                .orderBy(id)
                .forUpdate()
                .execute();
    }

    @Override
    public long[] allocate(DSLContext sql, String sequence, int count) {
        return sql
                .fetch(
                        "select nextval(cast(? as regclass)) from generate_series(1, ?)",
                        sequence,
                        count)
                .stream()
                .mapToLong(row -> row.get(0, Long.class))
                .toArray();
    }

    /** The first shard that no other transaction holds; the limit stops at the first lock. */
    @Override
    public int rollupShard(DSLContext sql) {
        Integer free = sql.fetchOptional(FREE_SHARD, ROLLUP_SHARDS - 1)
                .map(row -> row.get(0, Integer.class))
                .orElse(null);
        if (free != null) {
            return free;
        }
        int taken = ThreadLocalRandom.current().nextInt(ROLLUP_SHARDS);
        sql.execute(LOCK_SHARD, taken);
        return taken;
    }

    @Override
    public String storable(String text) {
        return PostgresText.of(text);
    }

    @Override
    public boolean isLost(Exception failure) {
        return PostgresErrors.isLost(failure);
    }

    @Override
    public LedgerUnavailableException translate(Exception failure) {
        return PostgresErrors.translate(address, failure);
    }
}

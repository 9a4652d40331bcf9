package io.genledger.adapter.sql.engine.postgres;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Transaction;
import io.genledger.adapter.sql.schema.Migrator;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: a server that many processes write to at once. No transaction locks the whole ledger:
 * each locks the rows that it changes, in the order of their ids, or skips those that another one
 * has locked, so that transactions do not deadlock.
 *
 * @param createsLedger whether missing tables are created
 * @param migrates whether a ledger of an earlier version is migrated
 * @param service the connections of a service, which are used in place of own ones
 * @param joins whether transactions are parts of the open transaction of a service
 */
public record PostgresEngine(
        PostgresAddress address,
        boolean createsLedger,
        boolean migrates,
        Optional<DataSource> service,
        boolean joins)
        implements Engine {

    private static final int OWN_SHARDS = 16;

    /** The locks of keys are numbered after those of the shards. */
    private static final int ROLLUP_SHARDS = 48;

    private static final int LOCKS_OF_KEYS = 256;

    /** Measured once, on a loaded machine: COPY was faster at 400 rows, and slower at 100. */
    private static final int FEWEST_COPIED = 200;

    /** Fewer are executed one by one, whose statement is planned once. */
    private static final int FEWEST_MERGED = 20;

    private static final String LOCK_KEYS =
            "select pg_advisory_xact_lock(hashtext('genledger ' || current_schema()), number) from"
                    + " unnest({0}) as number";

    private static final String FREE_SHARD =
            "select shard from generate_series(?, ?) as shard where"
                + " pg_try_advisory_xact_lock(hashtext('genledger ' || current_schema()), shard)"
                + " limit 1";

    private static final String LOCK_SHARDS =
            "select pg_advisory_xact_lock(hashtext('genledger ' || current_schema()), shard)"
                    + " from generate_series(0, ?) as shard";

    private static final String LOCK_SHARD =
            "select pg_advisory_xact_lock(hashtext('genledger ' || current_schema()), ?)";

    /** Uses own connections to {@code address}. */
    public PostgresEngine(PostgresAddress address, boolean createsLedger, boolean migrates) {
        this(address, createsLedger, migrates, Optional.empty(), false);
    }

    /** Uses own connections to {@code address}, and migrates no ledger. */
    public PostgresEngine(PostgresAddress address, boolean createsLedger) {
        this(address, createsLedger, false);
    }

    /** Uses the connections of a service, and joins its transactions. */
    public static PostgresEngine over(DataSource service) {
        return new PostgresEngine(
                new PostgresAddress(
                        "the service's database", "", Map.of(), Optional.empty(), Optional.empty()),
                true,
                false,
                Optional.of(service),
                false);
    }

    /** The same for the parts of a service's open transaction. */
    PostgresEngine joining() {
        return new PostgresEngine(address, createsLedger, migrates, service, true);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Opened open() {
        try {
            return service.isPresent() ? openOver(service.get()) : openOwn();
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    private Opened openOver(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean isNew = migrate(connection);
            return opened(new ServiceConnections(this, source), isNew);
        }
    }

    private Opened openOwn() throws SQLException {
        Connection first = PostgresDriver.connect(address);
        try {
            boolean isNew = migrate(first);
            return opened(new PostgresPool(this, first), isNew);
        } catch (SQLException | RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    private static Opened opened(Connections connections, boolean isNew) {
        return new Opened(connections, new PostgresWriter(connections), isNew);
    }

    private boolean migrate(Connection connection) throws SQLException {
        boolean mayMigrate = connection.getAutoCommit();
        return Migrator.migrate(
                new PostgresSchema(address, createsLedger, migrates, mayMigrate), connection);
    }

    /**
     * Whether the server holds a ledger, of any version.
     *
     * @throws LedgerUnavailableException if the server cannot be used
     */
    public boolean hasLedger() {
        try (Connection connection = PostgresDriver.connect(address);
                Statement statement = connection.createStatement()) {
            return new PostgresSchema(address, false, false, false).version(statement) > 0;
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    @Override
    public Transaction beginSnapshot(Connection connection) throws SQLException {
        return PostgresTransaction.beginSnapshot(connection);
    }

    /**
     * Selects into an array, which is evaluated once: as a subquery of {@code in}, the planner may
     * run it more than once and lock more rows than its limit.
     */
    @Override
    public Condition notLocked(TableField<?, String> id, SelectForUpdateStep<Record1<String>> ids) {
        return id.eq(any(array(skipLocked(ids))));
    }

    @Override
    public Select<Record1<String>> skipLocked(SelectForUpdateStep<Record1<String>> ids) {
        return ids.forUpdate().skipLocked();
    }

    @Override
    public void lockRows(DSLContext sql, TableField<?, String> id, Collection<String> ids) {
        sql.select(id)
                .from(Objects.requireNonNull(id.getTable()))
                .where(id.eq(any(val(ids.toArray(String[]::new)))))
                .orderBy(id)
                .forUpdate()
                .execute();
    }

    /** A few hundred locks stand for all keys, because the number of locks is limited. */
    @Override
    public void lockKeys(DSLContext sql, Collection<String> keys) {
        Integer[] locks =
                keys.stream()
                        .map(key -> ROLLUP_SHARDS + Math.floorMod(key.hashCode(), LOCKS_OF_KEYS))
                        .distinct()
                        .sorted()
                        .toArray(Integer[]::new);
        sql.fetch(LOCK_KEYS, val(locks));
    }

    @Override
    public boolean commits() {
        return service.isEmpty();
    }

    /**
     * {@inheritDoc}
     *
     * @throws LedgerUnavailableException if the transaction of a service does not see what others
     *     have committed since it began: it would add to sums of days that are being replaced
     */
    @Override
    public void announceWrite(DSLContext sql, Table<?> table) {
        if (joins) {
            String isolation = sql.fetchSingle("show transaction_isolation").get(0, String.class);
            if (!isolation.startsWith("read ")) {
                throw new LedgerUnavailableException(
                        "generations cannot be recorded in the service's transaction, because its"
                                + " isolation level is "
                                + isolation
                                + "; use read committed",
                        null);
            }
        }
        sql.execute("lock table {0} in row exclusive mode", table);
    }

    @Override
    public void waitForWriters(DSLContext sql, Table<?> table) {
        if (joins) {
            throw new LedgerUnavailableException(
                    "this cannot be a part of the service's transaction, which would keep all"
                            + " writers waiting until it ends; call it with autocommit",
                    null);
        }
        // Briefly, because new writers wait behind this one.
        sql.execute("set local lock_timeout = 1000");
        sql.execute("lock table {0} in share mode", table);
    }

    /** Every writer holds a lock of the table; a reader's is another one. */
    @Override
    public Set<String> writers(DSLContext sql, Table<?> table) {
        return sql.fetch(
                        "select virtualtransaction from pg_locks where granted and relation ="
                                + " cast(? as regclass) and mode <> 'AccessShareLock' and database"
                                + " = (select oid from pg_database where datname ="
                                + " current_database())",
                        sql.render(table))
                .intoSet(0, String.class);
    }

    /** The transactions whose changes a query sees now. */
    @Override
    public String state(DSLContext sql) {
        return sql.fetchSingle("select cast(txid_current_snapshot() as text)").get(0, String.class);
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

    /**
     * The first shard that no other transaction holds; the limit stops at the first lock. Services
     * may hold theirs for long, so these are others than those of own transactions.
     */
    @Override
    public int rollupShard(DSLContext sql) {
        int first = joins ? OWN_SHARDS : 0;
        int end = joins ? ROLLUP_SHARDS : OWN_SHARDS;
        Optional<Integer> free =
                sql.fetchOptional(FREE_SHARD, first, end - 1).map(row -> row.get(0, Integer.class));
        return free.orElseGet(() -> {
            int taken = ThreadLocalRandom.current().nextInt(first, end);
            sql.execute(LOCK_SHARD, taken);
            return taken;
        });
    }

    /** Takes all shards. */
    @Override
    public void lockRollups(DSLContext sql) {
        sql.execute(LOCK_SHARDS, ROLLUP_SHARDS - 1);
    }

    @Override
    public boolean copy(DSLContext sql, Table<?> table, List<? extends @Nullable Object[]> rows) {
        return rows.size() >= FEWEST_COPIED && PostgresCopy.copy(sql, table, table.fields(), rows);
    }

    @Override
    public Optional<Select<Record>> queryOf(
            DSLContext sql, Table<?> like, List<? extends @Nullable Object[]> rows) {
        return rows.size() < FEWEST_MERGED
                ? Optional.empty()
                : Optional.of(PostgresArrays.query(sql, like, rows));
    }

    /** A null takes no room in a row, and a number eight bytes. */
    @Override
    public boolean storesZeroAsNull() {
        return true;
    }

    /** Of all tables in the schema of the ledger. */
    @Override
    public long bytes(DSLContext sql) {
        return sql.fetchSingle(
                        "select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class"
                                + " where relkind = 'r' and relnamespace ="
                                + " to_regnamespace(quote_ident(current_schema()))")
                .into(Long.class);
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

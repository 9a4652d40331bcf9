package io.genledger.adapter.sql.engine;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** A database system that holds a ledger: the differences that jOOQ does not hide. */
public interface Engine extends TextForms {

    /** The form of the SQL that jOOQ writes. */
    Settings SETTINGS =
            new Settings()
                    .withExecuteLogging(false)
                    .withRenderCatalog(false)
                    .withRenderSchema(false);

    /** The longest time that a transaction waits for a lock. */
    Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    /**
     * An open ledger of the newest schema version.
     *
     * @param isNew whether there was no ledger before
     */
    record Opened(Connections connections, Writer writer, boolean isNew) {}

    /** The SQL dialect for jOOQ. */
    SQLDialect dialect();

    /**
     * Connects, and creates or migrates the tables.
     *
     * @throws LedgerUnavailableException if that fails; the message says what to do
     */
    Opened open();

    /**
     * Begins a transaction whose queries all see the ledger as it was at one moment; a failure
     * leaves none open.
     *
     * @throws SQLException if the connection is lost
     */
    Transaction beginSnapshot(Connection connection) throws SQLException;

    /**
     * Selects the rows whose ids a query returns, without those that another transaction has locked
     * ({@code for update skip locked}).
     */
    Condition notLocked(TableField<?, String> id, SelectForUpdateStep<Record1<String>> ids);

    /** The ids of {@code ids} without those of rows that another transaction has locked. */
    Select<Record1<String>> skipLocked(SelectForUpdateStep<Record1<String>> ids);

    /**
     * Locks the rows with these ids, in their order, until the transaction ends. A transaction that
     * changes several rows of a table locks them first, those of the queue before all others:
     * transactions that lock in one order do not deadlock.
     */
    void lockRows(DSLContext sql, TableField<?, String> id, Collection<String> ids);

    /**
     * Locks these keys, whether or not there are rows with them, against other transactions that do
     * the same, until the transaction ends.
     */
    void lockKeys(DSLContext sql, Collection<String> keys);

    /** Makes {@link #waitForWriters} wait for this transaction, although it writes only later. */
    void announceWrite(DSLContext sql, Table<?> table);

    /**
     * Waits for the transactions that have written to {@code table}, or announced it; others that
     * want to do so wait until this one ends.
     */
    void waitForWriters(DSLContext sql, Table<?> table);

    /** Whether what a writer wrote is committed, and not a part of a service's transaction. */
    default boolean commits() {
        return true;
    }

    /**
     * The next numbers of a sequence, which are never given out again.
     *
     * @param count how many; 0 or more
     */
    long[] allocate(DSLContext sql, String sequence, int count);

    /**
     * The shard of the rollups that this transaction may write to, so that it waits for no other
     * one.
     */
    int rollupShard(DSLContext sql);

    /**
     * The transactions under way that may have announced to write to {@code table}, by names that
     * no later one has. One that is not among them, and whose rows are not visible to the next
     * query, has written nothing.
     */
    Set<String> writers(DSLContext sql, Table<?> table);

    /**
     * A text that is equal to that of an earlier call only if no transaction has committed a change
     * since.
     */
    String state(DSLContext sql);

    /**
     * Gives the space of dropped tables back to the file system. Called outside of a transaction.
     */
    default void compact(DSLContext sql) {}

    /** Makes this connection overwrite what it deletes, where that can be done. */
    default void overwriteDeleted(DSLContext sql) {}

    /**
     * Removes what the files keep of deleted rows, where that can be done. Called outside of a
     * transaction.
     *
     * @throws LedgerUnavailableException if other processes prevent it
     */
    default void scrub(DSLContext sql) {}

    /**
     * Waits until no other transaction writes to a rollup, and keeps others from it until the end.
     */
    void lockRollups(DSLContext sql);

    /**
     * Inserts rows faster than statements do, if the database can and there are enough of them.
     *
     * @param rows the values of all columns, in the order of the table's columns
     * @return whether it was done
     */
    default boolean copy(DSLContext sql, Table<?> table, List<? extends @Nullable Object[]> rows) {
        return false;
    }

    /**
     * Rows as a query, by which one statement merges them into a table, if the database does that
     * faster than a statement for each, and there are enough of them.
     *
     * @param like has the columns of the rows: numbers and texts
     * @param rows the values of all columns, in the order of the table's columns
     * @return a query of these rows in their order; empty if a statement for each is as fast
     */
    default Optional<Select<Record>> queryOf(
            DSLContext sql, Table<?> like, List<? extends @Nullable Object[]> rows) {
        return Optional.empty();
    }

    /** The size of the ledger's tables with their indexes, in bytes. */
    long bytes(DSLContext sql);

    /** Whether a sum of zero in a rollup is stored as null, because that makes a row smaller. */
    default boolean storesZeroAsNull() {
        return false;
    }

    /** Whether the connection is lost, so that a new one may work. */
    boolean isLost(Exception failure);

    /** Translates an error of the database into one that says what failed and what to do. */
    LedgerUnavailableException translate(Exception failure);

    /** A context that writes SQL of this engine over {@code connection}. */
    default DSLContext over(Connection connection) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(connection);
        configuration.set(dialect());
        configuration.set(SETTINGS);
        configuration.data(Engine.class, this);
        return DSL.using(configuration);
    }

    /** The name of the database system that {@code sql} writes for, also without an engine. */
    static String systemOf(DSLContext sql) {
        return sql.dialect().getName();
    }

    /** The engine that {@code sql} writes for. */
    static Engine of(DSLContext sql) {
        return (Engine) Objects.requireNonNull(sql.configuration().data(Engine.class));
    }
}

package io.genledger.adapter.sql.engine.sqlite;

import static io.genledger.adapter.sql.tables.Tables.COUNTER;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Link;
import io.genledger.adapter.sql.engine.Transaction;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * SQLite: one file, in which one transaction writes at a time, beside any number of readers.
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
    public Opened open() {
        SqliteFile.Opened first = connect();
        SqliteConnections connections = new SqliteConnections(link(first), () -> link(connect()));
        return new Opened(connections, new GroupCommit(connections), first.isNew());
    }

    private SqliteFile.Opened connect() {
        return SqliteFile.open(file, createsLedger, migrates);
    }

    private Link link(SqliteFile.Opened opened) {
        return Link.keeping(this, opened.connection(), opened.outdated());
    }

    /** The first query fixes the state that all of them see. */
    @Override
    public Transaction beginSnapshot(Connection connection) throws SQLException {
        return SqliteTransaction.begin(connection, "begin");
    }

    @Override
    public Condition notLocked(TableField<?, String> id, SelectForUpdateStep<Record1<String>> ids) {
        return id.in(ids);
    }

    @Override
    public Select<Record1<String>> skipLocked(SelectForUpdateStep<Record1<String>> ids) {
        return ids;
    }

    @Override
    public void lockRows(DSLContext sql, TableField<?, String> id, Collection<String> ids) {
        // A transaction that writes has locked the whole file.
    }

    @Override
    public void lockKeys(DSLContext sql, Collection<String> keys) {
        // As above.
    }

    @Override
    public void announceWrite(DSLContext sql, Table<?> table) {
        // As above.
    }

    @Override
    public void waitForWriters(DSLContext sql, Table<?> table) {
        // As above.
    }

    /** The numbers of entries are given out by the one transaction that writes. */
    @Override
    public Set<String> writers(DSLContext sql, Table<?> table) {
        return Set.of();
    }

    /** A connection counts the commits of all others, so that its count says nothing to another. */
    @Override
    public String state(DSLContext sql) {
        return System.identityHashCode(sql)
                + ":"
                + sql.fetchSingle("pragma data_version").get(0, Long.class);
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
    public void overwriteDeleted(DSLContext sql) {
        sql.execute("pragma secure_delete = on");
    }

    /** Copies what is left to the beginning of the file, and empties the write-ahead log. */
    @Override
    public void scrub(DSLContext sql) {
        overwriteDeleted(sql);
        emptyLog(sql);
        compact(sql);
        emptyLog(sql);
    }

    private static void emptyLog(DSLContext sql) {
        int busy = sql.fetchSingle("pragma wal_checkpoint(truncate)").get(0, Integer.class);
        if (busy != 0) {
            throw LedgerUnavailableException.transientFailure(
                    "others read the ledger, so that its write-ahead log still holds what was"
                            + " deleted; run this again when they have ended",
                    null);
        }
    }

    @Override
    public void lockRollups(DSLContext sql) {
        // A transaction that writes has locked the whole file.
    }

    /** By {@code glob}: SQLite's {@code like} does not tell upper case from lower case. */
    @Override
    public Condition hasParts(Field<String> text, List<String> parts) {
        return condition(
                "{0} glob {1}",
                text,
                val(
                        parts.stream()
                                .map(part -> part.replaceAll("[*?\\[]", "[$0]"))
                                .collect(joining("*"))));
    }

    /** Without the write-ahead log, which becomes a part of the file. */
    @Override
    public long bytes(DSLContext sql) {
        return sql.fetchSingle(
                        "select page_count * page_size from pragma_page_count, pragma_page_size")
                .into(Long.class);
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

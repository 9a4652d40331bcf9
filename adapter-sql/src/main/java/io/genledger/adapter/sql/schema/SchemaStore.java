package io.genledger.adapter.sql.schema;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;

/** The steps of a migration that differ between database systems. */
public interface SchemaStore {

    /** The ledger's file or server, as messages name it. */
    String name();

    /** A context that writes SQL of this database over {@code connection}. */
    DSLContext over(Connection connection);

    /** The scripts that create tables, or lead from one schema version to the next. */
    MigrationScripts scripts();

    /** The script in this database's types; scripts of the newest version are in SQLite's. */
    default String translate(String script) {
        return script;
    }

    /**
     * Reads the schema version of the ledger; 0 if the database is empty.
     *
     * @throws LedgerUnavailableException if the database holds tables of another program
     * @throws SQLException if the version cannot be read
     */
    int version(Statement statement) throws SQLException;

    /**
     * Checks that tables may be created, or migrated, here.
     *
     * @param version the present schema version; 0 if there is no ledger; the newest one if a
     *     migration to it is under way
     * @throws LedgerUnavailableException if they may not
     */
    void requireMigratable(int version);

    /**
     * Begins a transaction that excludes every other migration of the same ledger until it ends.
     *
     * @throws SQLException if the lock did not become free in time
     */
    void begin(Statement statement) throws SQLException;

    /**
     * Copies a ledger of an earlier version, within the transaction of the migration and before it
     * changes anything.
     *
     * @return the path of the copy; empty if the database system needs none
     * @throws SQLException if the ledger cannot be copied
     */
    default String keepCopy() throws SQLException {
        return "";
    }

    /**
     * Commits the transaction of the migration.
     *
     * @throws SQLException if it cannot be committed
     */
    void commit(Statement statement) throws SQLException;

    /** The refusal to open a ledger of an earlier version, or that is not migrated to the end. */
    static LedgerUnavailableException outdated(SchemaStore store, int version) {
        int newest = store.scripts().newest();
        return new LedgerUnavailableException(
                version == newest
                        ? "%s is being migrated to schema version %d, or its migration was interrupted; run `genledger pending` on it to go on"
                                .formatted(store.name(), newest)
                        : "%s has schema version %d and must be migrated to %d; run `genledger pending` on it once"
                                .formatted(store.name(), version, newest),
                null);
    }
}

package io.genledger.adapter.sql.schema;

import java.sql.SQLException;
import java.sql.Statement;

/** The steps of a migration that differ between database systems. */
public interface SchemaStore {

    /** The ledger's file or server, as messages name it. */
    String name();

    /** The scripts that lead from one schema version to the next. */
    MigrationScripts scripts();

    /** The script in this database's types; scripts are written in those of SQLite. */
    default String translate(String script) {
        return script;
    }

    /**
     * Reads the schema version of the ledger; 0 if the database is empty.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the database holds tables of
     *     another program
     * @throws SQLException if the version cannot be read
     */
    int version(Statement statement) throws SQLException;

    /**
     * Checks that tables may be created or changed here.
     *
     * @param version the present schema version; 0 if there is no ledger
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if they may not
     */
    void requireMigratable(int version);

    /**
     * Begins a transaction that excludes every other migration of the same ledger until it ends.
     *
     * @throws SQLException if the lock did not become free in time
     */
    void begin(Statement statement) throws SQLException;

    /**
     * Commits the transaction of the migration.
     *
     * @throws SQLException if it cannot be committed
     */
    void commit(Statement statement) throws SQLException;
}

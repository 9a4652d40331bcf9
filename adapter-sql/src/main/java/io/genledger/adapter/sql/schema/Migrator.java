package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Brings a ledger to the newest schema version in one transaction. It replaces Flyway, which
 * depends on Jackson 2 (banned by the build) and starts more slowly than most commands run.
 */
public final class Migrator {

    private Migrator() {}

    /**
     * Runs the scripts of later schema versions, all of them or none. Any number of processes may
     * migrate one ledger at the same time: one does the work, the others wait.
     *
     * @param connection in auto-commit mode; to be closed by the caller if this fails
     * @return whether the database was empty before
     * @throws LedgerUnavailableException if the database holds tables of another program or of a
     *     newer version, or must not be changed
     * @throws SQLException if the database refuses a statement
     */
    public static boolean migrate(SchemaStore store, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int before = knownVersion(store, statement);
            if (before == store.scripts().newest()) {
                return false;
            }
            store.requireMigratable(before);
            store.begin(statement);
            // Another process may have migrated the ledger before this one got the lock.
            int locked = knownVersion(store, statement);
            for (var script : store.scripts().after(locked).entrySet()) {
                for (String file : script.getValue()) {
                    statement.executeUpdate(store.translate(MigrationScripts.read(file)));
                }
                statement.executeUpdate(
                        "insert into schema_version values (%d, %d)"
                                .formatted(script.getKey(), Moments.toMicros(Instant.now())));
            }
            if (locked == 0) {
                statement.executeUpdate(
                        "insert into setting values ('timezone', '%s')"
                                .formatted(ZoneId.systemDefault().getId()));
            }
            store.commit(statement);
            return locked == 0;
        }
    }

    private static int knownVersion(SchemaStore store, Statement statement) throws SQLException {
        int version = store.version(statement);
        if (version > store.scripts().newest()) {
            throw new LedgerUnavailableException(
                    "%s was written by a newer Genledger (schema version %d, this one reads %d); update Genledger"
                            .formatted(store.name(), version, store.scripts().newest()),
                    null);
        }
        return version;
    }
}

package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.maintenance.SketchFill;
import io.genledger.adapter.sql.maintenance.TokenGaps;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Creates the tables of a ledger, or begins the migration of those of an earlier version. It
 * replaces Flyway, which depends on Jackson 2 (banned by the build) and starts more slowly than
 * most commands run.
 */
public final class Migrator {

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final SchemaStore store;
    private final Statement statement;

    private Migrator(SchemaStore store, Statement statement) {
        this.store = store;
        this.statement = statement;
    }

    /**
     * Brings the tables to the newest schema version in one transaction. Generations of an earlier
     * version are then still to be copied, which {@link MigrationState} tells. Any number of
     * processes may do this at the same time: one does the work, the others wait.
     *
     * @param connection in auto-commit mode; to be closed by the caller if this fails
     * @return whether the database was empty before
     * @throws LedgerUnavailableException if the database holds tables of another program or of a
     *     newer version, or must not be changed
     * @throws SQLException if the database refuses a statement
     */
    public static boolean migrate(SchemaStore store, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Migrator(store, statement).migrate();
        }
    }

    private boolean migrate() throws SQLException {
        int before = knownVersion();
        if (before == store.scripts().newest() && !MigrationState.isUnderWay(statement)) {
            return false;
        }
        store.requireMigratable(before);
        if (before == store.scripts().newest()) {
            return false;
        }
        store.begin(statement);
        // Another process may have migrated the ledger before this one got the lock.
        int locked = knownVersion();
        if (locked == 0) {
            create();
        } else if (locked < store.scripts().newest()) {
            if (locked < store.scripts().created()) {
                replace(locked);
            }
            change(locked);
        }
        store.commit(statement);
        return locked == 0;
    }

    private void create() throws SQLException {
        run(store.scripts().create());
        change(store.scripts().created());
        statement.executeUpdate(
                "insert into setting values ('timezone', '%s')"
                        .formatted(ZoneId.systemDefault().getId()));
    }

    private void replace(int version) throws SQLException {
        String copy = store.keepCopy();
        for (var script : store.scripts().earlier().tailMap(version + 1).entrySet()) {
            statement.executeUpdate(MigrationScripts.read(script.getValue()));
            insertVersion(script.getKey(), "applied_at", MICROS_PER_SECOND);
        }
        run(store.scripts().before());
        run(store.scripts().create());
        run(store.scripts().after());
        insertVersion(store.scripts().created(), "applied_us", 1);
        MigrationState.begin(statement, copy);
    }

    /** Changes the tables of {@code version} or later in place. */
    private void change(int version) throws SQLException {
        for (var scripts : store.scripts().later().tailMap(version + 1).entrySet()) {
            run(scripts.getValue());
            if (scripts.getKey() == TokenGaps.VERSION) {
                TokenGaps.add(store.over(statement.getConnection()));
            }
            if (scripts.getKey() == SketchFill.VERSION) {
                SketchFill.run(store.over(statement.getConnection()));
            }
            insertVersion(scripts.getKey(), "applied_us", 1);
        }
    }

    private void run(List<String> scripts) throws SQLException {
        for (String script : scripts) {
            statement.executeUpdate(store.translate(MigrationScripts.read(script)));
        }
    }

    private void insertVersion(int version, String column, long micros) throws SQLException {
        statement.executeUpdate(
                "insert into schema_version (version, %s) values (%d, %d)"
                        .formatted(column, version, Moments.toMicros(Instant.now()) / micros));
    }

    private int knownVersion() throws SQLException {
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

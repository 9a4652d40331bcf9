package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.schema.MigrationScripts;
import io.genledger.adapter.sql.schema.SchemaStore;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema of a ledger on a PostgreSQL server: tables in the first schema of the search path. A
 * schema version means the same tables as in a file.
 *
 * @param createsLedger whether missing tables are created
 * @param mayMigrate whether tables may be created and changed, in a transaction of this program
 */
record PostgresSchema(PostgresAddress address, boolean createsLedger, boolean mayMigrate)
        implements SchemaStore {

    /** Locks the ledger in the current schema until the transaction ends. */
    private static final String LOCK_LEDGER =
            "select pg_advisory_xact_lock(hashtextextended('genledger ' || current_schema(), 0))";

    private static final MigrationScripts SCRIPTS =
            MigrationScripts.of(
                    "postgresql/V5__ledger.sql",
                    "postgresql/V6__names.sql",
                    "postgresql/V7__quarantine.sql",
                    "V8__tail.sql");

    /** The tables that a ledger of any version has. */
    private static final List<String> COMMON =
            List.of("schema_version", "document", "generation", "tracked", "ledger_log");

    /** The further tables and views of one schema version or another. */
    private static final List<String> FURTHER =
            List.of(
                    "generation_usd",
                    "aside",
                    "followed_text",
                    "quarantined_document",
                    "tail_position");

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public MigrationScripts scripts() {
        return SCRIPTS;
    }

    @Override
    public int version(Statement statement) throws SQLException {
        List<String> present = present(statement);
        if (present.isEmpty()) {
            return 0;
        }
        if (!present.containsAll(COMMON)) {
            throw new LedgerUnavailableException(
                    "%s is not a ledger: another program has tables there with the names %s; name another database"
                            .formatted(name(), String.join(", ", present)),
                    null);
        }
        try (ResultSet result = statement.executeQuery("select max(version) from schema_version")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static List<String> present(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>(COMMON);
        names.addAll(FURTHER);
        List<String> present = new ArrayList<>();
        try (ResultSet result =
                statement.executeQuery(
                        "select relname from pg_catalog.pg_class where relnamespace ="
                            + " to_regnamespace(quote_ident(current_schema())) and relname in ('"
                                + String.join("', '", names)
                                + "') order by relname")) {
            while (result.next()) {
                present.add(result.getString(1));
            }
        }
        return present;
    }

    @Override
    public void requireMigratable(int version) {
        if (version == 0 && !createsLedger) {
            throw new LedgerUnavailableException(
                    "no ledger at " + name() + "; track or import into it first", null);
        }
        if (!mayMigrate) {
            throw new LedgerUnavailableException(
                    "the tables in "
                            + name()
                            + " need schema version "
                            + SCRIPTS.newest()
                            + "; open the ledger once outside of a transaction",
                    null);
        }
    }

    @Override
    public void begin(Statement statement) throws SQLException {
        statement.getConnection().setAutoCommit(false);
        statement.execute(PostgresTransaction.SETTINGS);
        statement.execute(LOCK_LEDGER);
    }

    @Override
    public void commit(Statement statement) throws SQLException {
        statement.getConnection().commit();
        statement.getConnection().setAutoCommit(true);
    }
}

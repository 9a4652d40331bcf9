package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.schema.MigrationScripts;
import io.genledger.adapter.sql.schema.SchemaStore;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The schema of a ledger in a SQLite file.
 *
 * @param createsLedger whether missing tables are created
 * @param migrates whether a ledger of an earlier version is migrated
 * @param readOnly whether the file may not be written
 */
record SqliteSchema(Path file, boolean createsLedger, boolean migrates, boolean readOnly)
        implements SchemaStore {

    private static final MigrationScripts SCRIPTS =
            new MigrationScripts(
                    MigrationScripts.byVersion(
                            "V2__queue.sql",
                            "V3__inline.sql",
                            "V4__follow.sql",
                            "V5__queue_indexes.sql",
                            "V6__names.sql",
                            "V7__quarantine.sql",
                            "V8__tail.sql"),
                    List.of("to_9/rename.sql"),
                    List.of("V9__ledger.sql", "sqlite/V9__numbers.sql"),
                    List.of("to_9/copy.sql", "to_9/sqlite_numbers.sql"),
                    new TreeMap<>(
                            Map.of(
                                    10, List.of("V10__quarters.sql"),
                                    11, List.of("sqlite/V11__views.sql"),
                                    12,
                                            List.of(
                                                    "V12__kinds.sql",
                                                    "V12__tokens.sql",
                                                    "sqlite/V12__views.sql"),
                                    13, List.of("V13__serve.sql"),
                                    14, List.of("V14__sketches.sql"),
                                    15, List.of("V15__feed.sql"))));

    /** Counts the columns that a ledger of any version has. */
    private static final String COLUMNS_OF_A_LEDGER =
            "select count(*) from sqlite_schema as tab join pragma_table_info(tab.name) as col"
                    + " where (tab.name, col.name) in (values ('schema_version', 'version'),"
                    + " ('document', 'body'), ('generation', 'id'))";

    private static final int ALL_COLUMNS = 3;

    /** The same without writing. */
    SqliteSchema forReading() {
        return new SqliteSchema(file, createsLedger, migrates, true);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public DSLContext over(Connection connection) {
        return DSL.using(connection, SQLDialect.SQLITE, Engine.SETTINGS);
    }

    @Override
    public MigrationScripts scripts() {
        return SCRIPTS;
    }

    @Override
    public int version(Statement statement) throws SQLException {
        if (number(statement, "select count(*) from sqlite_schema") == 0) {
            return 0;
        }
        if (number(statement, COLUMNS_OF_A_LEDGER) < ALL_COLUMNS) {
            throw new LedgerUnavailableException(
                    file
                            + " is not a ledger: it is a database of another program; name another"
                            + " file",
                    null);
        }
        return number(statement, "select max(version) from schema_version");
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.getInt(1);
        }
    }

    @Override
    public void requireMigratable(int version) {
        if (version == 0 && !createsLedger) {
            throw noLedger(file);
        }
        if (readOnly) {
            throw new LedgerUnavailableException(
                    file
                            + " is read-only, and its tables need schema version "
                            + SCRIPTS.newest()
                            + "; allow writing",
                    null);
        }
        if (version > 0 && !migrates) {
            throw SchemaStore.outdated(this, version);
        }
    }

    @Override
    public String keepCopy() throws SQLException {
        return SqliteCopy.beside(file);
    }

    static LedgerUnavailableException noLedger(Path file) {
        return new LedgerUnavailableException(
                "no ledger at " + file + "; name another file, or track or import first", null);
    }

    @Override
    public void begin(Statement statement) throws SQLException {
        statement.execute("begin immediate");
    }

    @Override
    public void commit(Statement statement) throws SQLException {
        statement.execute("commit");
    }
}

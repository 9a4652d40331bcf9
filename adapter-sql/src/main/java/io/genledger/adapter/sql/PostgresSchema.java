package io.genledger.adapter.sql;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings the tables on a server to the newest schema, all of the way or not at all; whoever else is
 * at it waits. They live in the first schema of the search path.
 *
 * @param makesTables whether a server that has none shall get them
 */
record PostgresSchema(PostgresServer server, boolean makesTables) {

    /**
     * The script that leads to each version; the first one from nothing, each further one from the
     * version before. Versions mean the same tables as those of a file.
     */
    private static final TreeMap<Integer, String> SCRIPTS =
            new TreeMap<>(Map.of(5, "postgresql/V5__ledger.sql"));

    private static final Set<String> OWN =
            Set.of(
                    "schema_version",
                    "document",
                    "generation",
                    "generation_usd",
                    "tracked",
                    "ledger_log",
                    "aside",
                    "followed_text");

    /** Answers whether there was no ledger before. */
    boolean bringUpToDate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int before = versionIn(statement);
            if (before == SCRIPTS.lastKey()) {
                return false;
            }
            if (before == 0 && !makesTables) {
                throw new LedgerUnavailableException(
                        "no ledger at " + server + "; track or import into it first", null);
            }
            connection.setAutoCommit(false);
            statement.execute(PostgresEngine.LOCK);
            // Somebody else may have been faster; with the lock we know.
            int locked = versionIn(statement);
            for (var script : SCRIPTS.tailMap(locked, false).entrySet()) {
                statement.execute(Migrations.script(script.getValue()));
                statement.execute(
                        "insert into schema_version values (%d, extract(epoch from now())::bigint)"
                                .formatted(script.getKey()));
            }
            connection.commit();
            connection.setAutoCommit(true);
            return locked == 0;
        }
    }

    boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return versionIn(statement) > 0;
        }
    }

    private int versionIn(Statement statement) throws SQLException {
        List<String> tables = ownTables(statement);
        if (tables.isEmpty()) {
            return 0;
        }
        if (tables.size() < OWN.size()) {
            throw new LedgerUnavailableException(
                    "%s is not a ledger: another program keeps tables there that are called %s; name another database"
                            .formatted(server, String.join(", ", tables)),
                    null);
        }
        int version = number(statement, "select max(version) from schema_version");
        if (version > SCRIPTS.lastKey()) {
            throw new LedgerUnavailableException(
                    "%s was written by a newer Genledger (schema %d, this one knows %d); update Genledger"
                            .formatted(server, version, SCRIPTS.lastKey()),
                    null);
        }
        return version;
    }

    private static List<String> ownTables(Statement statement) throws SQLException {
        String names = "'" + String.join("', '", OWN) + "'";
        List<String> tables = new ArrayList<>();
        try (ResultSet answer =
                statement.executeQuery(
                        "select relname from pg_catalog.pg_class where relnamespace ="
                                + " to_regnamespace(quote_ident(current_schema())) and relname in ("
                                + names
                                + ") order by relname")) {
            while (answer.next()) {
                tables.add(answer.getString(1));
            }
        }
        return tables;
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}

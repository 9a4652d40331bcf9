package io.genledger.adapter.sql;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Brings a ledger to the newest schema, all of the way or not at all. Our own, because Flyway
 * brings Jackson 2 along, which the build bans, and takes longer to start than most commands run.
 */
final class Migrations {

    /** The script that leads to version 1, the one from there to 2, and so on. */
    private static final List<String> SCRIPTS =
            List.of(
                    "V1__ledger.sql",
                    "V2__queue.sql",
                    "V3__inline.sql",
                    "V4__follow.sql",
                    "V5__queue_indexes.sql");

    private Migrations() {}

    static void bringUpToDate(Path file, Connection connection, boolean readOnly)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (versionOf(file, statement) == SCRIPTS.size()) {
                return;
            }
            if (readOnly) {
                throw new LedgerUnavailableException(
                        file + " is read-only, and no ledger of this version; allow writing", null);
            }
            statement.execute("begin immediate");
            // Somebody else may have been faster; with the lock we know.
            for (int from = versionOf(file, statement); from < SCRIPTS.size(); from++) {
                statement.executeUpdate(script(SCRIPTS.get(from)));
                statement.executeUpdate(
                        "insert into schema_version values (%d, unixepoch())".formatted(from + 1));
            }
            statement.execute("commit");
        }
    }

    private static int versionOf(Path file, Statement statement) throws SQLException {
        int tables = number(statement, "select count(*) from sqlite_schema");
        if (tables == 0) {
            return 0;
        }
        int own = number(statement, "select count(*) from sqlite_schema where name = 'document'");
        if (own == 0) {
            throw new LedgerUnavailableException(
                    file + " is not a ledger: another program keeps its data there; name another",
                    null);
        }
        int version = number(statement, "select max(version) from schema_version");
        if (version > SCRIPTS.size()) {
            throw new LedgerUnavailableException(
                    "%s was written by a newer Genledger (schema %d, this one knows %d); update Genledger"
                            .formatted(file, version, SCRIPTS.size()),
                    null);
        }
        return version;
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            return answer.getInt(1);
        }
    }

    static String script(String name) {
        String path = "/db/migration/" + name;
        try (InputStream script = Migrations.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(script, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

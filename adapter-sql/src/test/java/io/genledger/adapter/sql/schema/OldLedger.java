package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A ledger of schema version 5 that commit d0534de wrote. It holds the generations 1 (corrected
 * once), 2 (upstream cost unknown), 3, 4 (inline) and 18; the queue entries 11 (due), 12
 * (deferred), 13 (quarantined), 14 (given up), 15 (refused), 16 (requeued), 17 (forgotten) and 18
 * (refreshed); refreshes of 1, 2 and 3 are due.
 */
final class OldLedger {

    /** The scripts from version 1 to 8 of a file. */
    static final List<String> SCRIPTS =
            List.of(
                    "V2__queue.sql",
                    "V3__inline.sql",
                    "V4__follow.sql",
                    "V5__queue_indexes.sql",
                    "V6__names.sql",
                    "V7__quarantine.sql",
                    "V8__tail.sql");

    private static final List<String> TABLES =
            List.of("document", "generation", "tracked", "ledger_log", "aside", "followed_text");

    private static final Set<String> BOOLEANS =
            Set.of("streamed", "cancelled", "is_byok", "reread", "inline");

    private OldLedger() {}

    /** Writes the file into {@code folder}. */
    static Path in(Path folder) throws IOException {
        Path file = folder.resolve("old.db");
        try (InputStream packed = OldLedger.class.getResourceAsStream("/ledger-v5.db.gz");
                InputStream unpacked = new GZIPInputStream(Objects.requireNonNull(packed))) {
            Files.copy(unpacked, file);
        }
        return file;
    }

    /** Executes statements on a ledger. */
    @FunctionalInterface
    interface Change {
        void execute(String statements) throws SQLException;
    }

    /** Migrates an old ledger from one version to another one up to 8. */
    static void bring(int from, int to, boolean onServer, Change change) throws SQLException {
        for (int next = from + 1; next <= to; next++) {
            String script = SCRIPTS.get(next - 2);
            boolean isOwn = onServer && next < 8;
            change.execute(MigrationScripts.read(isOwn ? "postgresql/" + script : script));
            change.execute("insert into schema_version values (%d, 0)".formatted(next));
        }
    }

    /** Creates the tables of version 5 on {@code server} and copies the rows of {@code file}. */
    static void copy(Path file, PostgresServer server) throws SQLException {
        LedgerServers.change(server, MigrationScripts.read("postgresql/V5__ledger.sql"));
        LedgerServers.change(server, "insert into schema_version values (5, 0)");
        try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement select = from.createStatement();
                Connection to = LedgerServers.connect(server)) {
            for (String table : TABLES) {
                try (ResultSet rows = select.executeQuery("select * from " + table)) {
                    copy(rows, table, to);
                }
            }
        }
    }

    private static void copy(ResultSet rows, String table, Connection to) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> columns =
                IntStream.rangeClosed(1, meta.getColumnCount())
                        .mapToObj(i -> nameOf(meta, i))
                        .toList();
        String values =
                columns.stream()
                        .map(column -> BOOLEANS.contains(column) ? "?::integer::boolean" : "?")
                        .collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                to.prepareStatement(
                        "insert into %s (%s) values (%s)"
                                .formatted(table, String.join(", ", columns), values))) {
            while (rows.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    insert.setObject(i, rows.getObject(i));
                }
                insert.executeUpdate();
            }
        }
    }

    private static String nameOf(ResultSetMetaData meta, int column) {
        try {
            return meta.getColumnName(column);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}

package io.genledger.app.bench.load;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.app.LedgerAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL server. The raw load copies finished rows into the tables of a ledger, with their
 * keys and indexes.
 */
final class LoadedServer implements LoadedLedger {

    private static final List<String> TABLES = List.of("generation", "entry", "document");

    private final EmbeddedPostgres server;
    private final Path folder;

    LoadedServer(Path folder) throws IOException {
        this.server =
                EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
        this.folder = folder;
    }

    private LedgerAddress.OnServer empty(String schema) throws SQLException {
        change("drop schema if exists " + schema + " cascade");
        change("create schema " + schema);
        return new LedgerAddress.OnServer(
                PostgresServer.of(
                                "postgresql://localhost:%d/postgres?currentSchema=%s"
                                        .formatted(server.getPort(), schema))
                        .orElse(Optional.of("postgres"), Optional.empty()));
    }

    private void change(String change) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    @Override
    public void importAll(Path documents, int count) throws Exception {
        LoadedLedger.importInto(empty("imported"), documents, count);
    }

    @Override
    public long bytes() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery(
                                "select relname, pg_total_relation_size(oid) from pg_class where"
                                    + " relnamespace = 'imported'::regnamespace and relkind = 'r'"
                                    + " order by 2 desc")) {
            long all = 0;
            while (tables.next()) {
                if (Boolean.getBoolean("bench.tables")) {
                    System.out.println("  " + tables.getString(1) + " " + tables.getLong(2));
                }
                all += tables.getLong(2);
            }
            return all;
        }
    }

    private Path rows(String table) {
        return folder.resolve(table + ".copy");
    }

    @Override
    public void keepRows() throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String table : TABLES) {
                try (OutputStream file = Files.newOutputStream(rows(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy imported.%s to stdout (format binary)".formatted(table),
                                    file);
                }
            }
        }
    }

    @Override
    public void prepareRaw() throws Exception {
        LedgerDatabase.open(empty("raw").server()).close();
    }

    @Override
    public void loadRaw() throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String table : TABLES) {
                try (InputStream file = Files.newInputStream(rows(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy raw.%s from stdin (format binary)".formatted(table),
                                    file,
                                    1 << 16);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }
}

package io.genledger.app.bench.load;

import io.genledger.app.LedgerAddress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQLite. The raw load writes an id, 34 integers and a compressed body for each generation, in
 * transactions of 5,000, with the durability of a ledger and no index but the keys.
 */
final class LoadedFile implements LoadedLedger {

    private static final int BATCH = 5_000;

    private static final List<String> INTEGERS =
            List.of(
                    "created_us, recorded_us, account, model, provider, byok, trust, app,"
                            + " workspace",
                    "preset, origin, api_type, finish_reason, router, tier, region, cancelled",
                    "external_user, session, spend_picousd, credits_picousd, byok_fee_picousd",
                    "byok_upstream_picousd, cache_discount_picousd, prompt_tokens",
                    "completion_tokens, reasoning_tokens, cached_tokens, image_tokens, latency_us",
                    "generation_time_us, findings, undecided_findings, findings_version");
    private static final int WIDTH = 34;

    /** In place of an unknown figure. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Path ledger;
    private final Path raw;
    private final Path rows;

    LoadedFile(Path folder) {
        this.ledger = folder.resolve("ledger.db");
        this.raw = folder.resolve("raw.db");
        this.rows = folder.resolve("sqlite.rows");
    }

    @Override
    public void importAll(Path documents, int count) throws Exception {
        delete(ledger);
        LoadedLedger.importInto(new LedgerAddress.InFile(ledger), documents, count);
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(ledger);
    }

    private static void delete(Path database) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(database + suffix));
        }
    }

    private static Connection open(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    @Override
    public void keepRows() throws Exception {
        try (Connection connection = open(ledger);
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select generation, body, "
                                        + String.join(", ", INTEGERS)
                                        + " from entry join document using (seq) order by seq");
                DataOutputStream file =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16))) {
            while (result.next()) {
                file.writeUTF(result.getString(1));
                byte[] body = result.getBytes(2);
                file.writeInt(body.length);
                file.write(body);
                for (int i = 0; i < WIDTH; i++) {
                    long figure = result.getLong(3 + i);
                    file.writeLong(result.wasNull() ? UNKNOWN : figure);
                }
            }
        }
    }

    @Override
    public void prepareRaw() throws Exception {
        delete(raw);
        try (Connection connection = open(raw);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table generation (n integer primary key, id text unique)");
            String columns =
                    IntStream.range(0, WIDTH)
                            .mapToObj(i -> "c" + i + " integer")
                            .collect(Collectors.joining(", "));
            statement.execute("create table entry (n integer primary key, " + columns + ")");
            statement.execute("create table document (n integer primary key, body blob)");
        }
    }

    @Override
    public void loadRaw() throws Exception {
        try (Connection connection = open(raw);
                Statement statement = connection.createStatement();
                DataInputStream file =
                        new DataInputStream(
                                new BufferedInputStream(Files.newInputStream(rows), 1 << 16))) {
            statement.execute("pragma synchronous = full");
            connection.setAutoCommit(false);
            long number = 0;
            try (PreparedStatement generation = insert(connection, "generation", 2);
                    PreparedStatement entry = insert(connection, "entry", 1 + WIDTH);
                    PreparedStatement document = insert(connection, "document", 2)) {
                while (file.available() > 0) {
                    number++;
                    add(file, number, generation, entry, document);
                    if (number % BATCH == 0 || file.available() == 0) {
                        generation.executeBatch();
                        entry.executeBatch();
                        document.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private static PreparedStatement insert(Connection connection, String table, int width)
            throws SQLException {
        return connection.prepareStatement(
                "insert into %s values (%s)"
                        .formatted(table, String.join(", ", Collections.nCopies(width, "?"))));
    }

    private static void add(
            DataInputStream file,
            long number,
            PreparedStatement generation,
            PreparedStatement entry,
            PreparedStatement document)
            throws IOException, SQLException {
        generation.setLong(1, number);
        generation.setString(2, file.readUTF());
        generation.addBatch();
        document.setLong(1, number);
        document.setBytes(2, file.readNBytes(file.readInt()));
        document.addBatch();
        entry.setLong(1, number);
        for (int i = 0; i < WIDTH; i++) {
            long figure = file.readLong();
            // Null as an object: an unbound parameter keeps the value of the previous row.
            entry.setObject(2 + i, figure == UNKNOWN ? null : figure);
        }
        entry.addBatch();
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "SQLite";
    }
}

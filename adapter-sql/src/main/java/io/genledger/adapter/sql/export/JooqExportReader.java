package io.genledger.adapter.sql.export;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.report.source.EntryTexts;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.export.ExportRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Reads entries by one statement, row by row. */
public final class JooqExportReader implements ExportReader {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqExportReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Instant> readCurrent(ExportQuery query, Consumer<ExportRow> rows) {
        return connection.snapshot(
                rows,
                (sql, consumer) -> readRows(sql, new ExportStatement(sql, query, true), consumer));
    }

    @Override
    public Optional<Instant> readEntries(ExportQuery query, Consumer<ExportRow> rows) {
        return connection.snapshot(
                rows,
                (sql, consumer) -> readRows(sql, new ExportStatement(sql, query, false), consumer));
    }

    @Override
    public Optional<Instant> readDocuments(
            ExportQuery query, Consumer<Optional<byte[]>> documents) {
        return connection.snapshot(
                documents,
                (sql, consumer) -> {
                    Optional<Instant> pruned = pruned(sql, query);
                    Streamed.read(
                            sql,
                            new ExportStatement(sql, query, true).documents(),
                            row -> consumer.accept(document(row)));
                    return pruned;
                });
    }

    private static Optional<byte[]> document(ResultSet row) throws SQLException {
        int codec = row.getInt(1);
        // A damaged ledger may have no document of an entry, which verify tells.
        return row.wasNull() || DocumentCodec.removal(codec).isPresent()
                ? Optional.empty()
                : Optional.of(DocumentCodec.unpack(codec, row.getBytes(2)));
    }

    private static Optional<Instant> readRows(
            DSLContext sql, ExportStatement statement, Consumer<ExportRow> rows) {
        Optional<Instant> pruned = pruned(sql, statement.query());
        EntryTexts texts = new EntryTexts(sql);
        ExportColumns columns = new ExportColumns(statement.query().shape());
        Streamed.read(sql, statement.rows(), row -> rows.accept(columns.read(row, texts)));
        return pruned;
    }

    private static Optional<Instant> pruned(DSLContext sql, ExportQuery query) {
        Optional<Instant> since = query.range().since();
        since.ifPresent(first -> PrunedEntries.requireFrom(sql, Moments.toMicrosUp(first)));
        return since.isPresent() ? Optional.empty() : PrunedEntries.before(sql);
    }
}

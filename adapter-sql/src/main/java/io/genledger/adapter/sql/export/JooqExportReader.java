package io.genledger.adapter.sql.export;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.report.source.EntryTexts;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.export.ExportRow;
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
                (sql, consumer) -> read(sql, new ExportStatement(sql, query, true), consumer));
    }

    @Override
    public Optional<Instant> readEntries(ExportQuery query, Consumer<ExportRow> rows) {
        return connection.snapshot(
                rows,
                (sql, consumer) -> read(sql, new ExportStatement(sql, query, false), consumer));
    }

    private static Optional<Instant> read(
            DSLContext sql, ExportStatement statement, Consumer<ExportRow> rows) {
        Optional<Instant> since = statement.query().range().since();
        since.ifPresent(first -> PrunedEntries.requireFrom(sql, Moments.toMicrosUp(first)));
        EntryTexts texts = new EntryTexts(sql);
        ExportColumns columns = new ExportColumns(statement.query().shape());
        Streamed.read(sql, statement.build(), row -> rows.accept(columns.read(row, texts)));
        return since.isPresent() ? Optional.empty() : PrunedEntries.before(sql);
    }
}

package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.ledger.DocumentRow;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.admin.ArchivedEntries;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Reads entries and documents page by page in the order of their places. */
public final class JooqArchivedEntries implements ArchivedEntries {

    private static final List<Field<?>> COLUMNS = columns();

    private static final int FETCHED_AT_ONCE = 100;

    /** A document has about a kilobyte, and at most a megabyte. */
    private static final int PAGE_BYTES = 4 << 20;

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqArchivedEntries(LedgerConnection connection) {
        this.connection = connection;
    }

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(DocumentRow.COLUMNS);
        columns.addAll(
                List.of(
                        ENTRY.SEQ,
                        ENTRY.REVISION,
                        ENTRY.DIGEST_VERSION,
                        ENTRY.DIGEST,
                        GENERATION.CURRENT,
                        DIMENSION_VALUE.VALUE));
        return columns;
    }

    @Override
    public List<ArchivedEntry> after(long place, int most) {
        // A snapshot, because PostgreSQL sends rows one after another only within a transaction.
        return connection.snapshot(sql -> {
            try (Cursor<Record> rows =
                    rows(sql, place, most).fetchSize(FETCHED_AT_ONCE).fetchLazy()) {
                return page(rows);
            }
        });
    }

    /** Ends with the document by which the page exceeds {@value #PAGE_BYTES} bytes. */
    private static List<ArchivedEntry> page(Cursor<Record> rows) {
        List<ArchivedEntry> page = new ArrayList<>();
        long bytes = 0;
        for (Iterator<Record> row = rows.iterator(); bytes < PAGE_BYTES && row.hasNext(); ) {
            ArchivedEntry entry = entry(row.next());
            page.add(entry);
            bytes +=
                    entry.document()
                            .filter(document -> document.removal().isEmpty())
                            .map(document -> document.bytes().length)
                            .orElse(0);
        }
        return page;
    }

    private static ResultQuery<Record> rows(DSLContext sql, long place, int most) {
        return sql.select(COLUMNS)
                .from(DOCUMENT)
                .join(ENTRY)
                .on(ENTRY.SEQ.eq(DOCUMENT.SEQ))
                .join(GENERATION)
                .on(GENERATION.ID.eq(ENTRY.GENERATION))
                .join(DIMENSION_VALUE)
                .on(DIMENSION_VALUE.NUMBER.eq(ENTRY.ACCOUNT))
                .where(DOCUMENT.SEQ.gt(place))
                .orderBy(DOCUMENT.SEQ)
                .limit(most);
    }

    @Override
    public long last() {
        return connection.read(sql ->
                sql.select(coalesce(max(DOCUMENT.SEQ), inline(0L)))
                        .from(DOCUMENT)
                        .fetchSingle()
                        .value1());
    }

    private static ArchivedEntry entry(Record row) {
        return new ArchivedEntry(
                row.get(ENTRY.SEQ),
                new GenerationId(row.get(ENTRY.GENERATION)),
                row.get(ENTRY.REVISION),
                row.get(GENERATION.CURRENT).equals(row.get(ENTRY.SEQ)),
                new AccountName(row.get(DIMENSION_VALUE.VALUE)),
                row.get(ENTRY.DIGEST_VERSION),
                HexFormat.of().formatHex(row.get(ENTRY.DIGEST)),
                document(row));
    }

    private static Optional<MetadataDocument> document(Record row) {
        try {
            return Optional.of(DocumentRow.toDocument(row, row.get(DOCUMENT.BODY)));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}

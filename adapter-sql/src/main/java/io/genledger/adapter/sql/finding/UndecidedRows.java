package io.genledger.adapter.sql.finding;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.ledger.DocumentRow;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.Charges;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.report.UndecidedFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** The current entries with rules that the account's plan decides. */
final class UndecidedRows {

    /** Rows held in memory at a time. */
    private static final int FETCH = 500;

    private static final long FINER = StandardFindings.AMOUNT_FINER_THAN_LEDGER.mask();

    /** The bodies of documents that are needed; null for the others, and for removed ones. */
    private static final Field<byte[]> BODY =
            when(
                            ENTRY.FINDINGS
                                    .bitAnd(inline(FINER))
                                    .ne(inline(0L))
                                    .and(DOCUMENT.CODEC.ge(inline(0))),
                            DOCUMENT.BODY)
                    .as(DOCUMENT.BODY.getName());

    private UndecidedRows() {}

    /** Passes those in {@code range} to {@code reader}, one after another. */
    static void read(DSLContext sql, DayRange range, Consumer<UndecidedFindings> reader) {
        List<Field<?>> columns = new ArrayList<>(DocumentRow.COLUMNS);
        columns.remove(DOCUMENT.BODY);
        columns.addAll(
                List.of(
                        BODY,
                        DocumentRow.ACCOUNT,
                        ENTRY.CREATED_US,
                        ENTRY.UNDECIDED_FINDINGS,
                        ENTRY.BYOK_FEE_PICOUSD,
                        ENTRY.BYOK_UPSTREAM_PICOUSD));
        try (Cursor<Record> rows =
                sql.select(columns)
                        .from(ENTRY)
                        .join(GENERATION)
                        .on(GENERATION.ID.eq(ENTRY.GENERATION))
                        .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                        .leftJoin(DOCUMENT)
                        .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                        .where(range.all())
                        // Inlined, so that the partial index serves the query.
                        .and(ENTRY.UNDECIDED_FINDINGS.ne(inline(0L)))
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            rows.forEach(row -> reader.accept(toFindings(row)));
        }
    }

    private static UndecidedFindings toFindings(Record row) {
        Optional<MetadataDocument> document =
                row.get(BODY) == null
                        ? Optional.empty()
                        : Optional.of(DocumentRow.toDocument(row, row.get(BODY)));
        return new UndecidedFindings(
                new GenerationId(row.get(ENTRY.GENERATION)),
                DocumentRow.account(row),
                Moments.ofMicros(row.get(ENTRY.CREATED_US)),
                StandardFindings.ofBits(row.get(ENTRY.UNDECIDED_FINDINGS)),
                new Charges(
                        Optional.of(true),
                        Picodollars.toAmount(row.get(ENTRY.BYOK_FEE_PICOUSD)),
                        Optional.empty(),
                        Picodollars.toAmount(row.get(ENTRY.BYOK_UPSTREAM_PICOUSD)),
                        Optional.empty()),
                document);
    }
}

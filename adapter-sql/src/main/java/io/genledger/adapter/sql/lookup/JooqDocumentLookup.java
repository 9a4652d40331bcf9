package io.genledger.adapter.sql.lookup;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.LookUp;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.ledger.DocumentLookup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Looks up records by a statement that stays prepared. */
public final class JooqDocumentLookup implements DocumentLookup {

    private static final LookUp<ArchivedRecord> RECORD =
            new LookUp<>(
                    select(
                                    DOCUMENT.SEQ,
                                    ENTRY.RECEIVED_US,
                                    DOCUMENT.CODEC,
                                    DOCUMENT.BODY,
                                    when(
                                            ENTRY.FETCHED.ne(inline(0)),
                                            coalesce(DOCUMENT.REQUESTED_ID, GENERATION.ID)))
                            .from(GENERATION)
                            .join(ENTRY)
                            .on(ENTRY.SEQ.eq(GENERATION.CURRENT))
                            .join(DOCUMENT)
                            .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                            .where(GENERATION.ID.eq(param("id", GENERATION.ID)))
                            .and(ENTRY.KIND.eq(inline(EntryRow.code(DocumentKind.METADATA)))),
                    JooqDocumentLookup::toRecord);

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqDocumentLookup(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<ArchivedRecord> find(GenerationId id) {
        return connection.find(RECORD, id.value());
    }

    private static ArchivedRecord toRecord(ResultSet row) throws SQLException {
        return new ArchivedRecord(
                row.getLong(1),
                DocumentCodec.document(
                        Optional.ofNullable(row.getString(5)).map(GenerationId::new),
                        row.getInt(3),
                        row.getBytes(4),
                        Moments.ofMicros(row.getLong(2))));
    }
}

package io.genledger.adapter.sql.lookup;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.LookUp;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Removal;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.ledger.DocumentLookup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Looks up records by a statement that stays prepared. It does not read the entry, whose table has
 * the widest rows: that takes as long as all the rest.
 */
public final class JooqDocumentLookup implements DocumentLookup {

    /** A generation has an age of its record if the record counts. */
    private static final LookUp<ArchivedRecord> RECORD =
            new LookUp<>(
                    select(DOCUMENT.SEQ, DOCUMENT.CODEC, DOCUMENT.BODY)
                            .from(GENERATION)
                            .join(DOCUMENT)
                            .on(DOCUMENT.SEQ.eq(GENERATION.CURRENT))
                            .where(GENERATION.ID.eq(param("id", GENERATION.ID)))
                            .and(GENERATION.READ_AGE_S.isNotNull()),
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
        int codec = row.getInt(2);
        byte[] body = row.getBytes(3);
        Optional<Removal> removal = DocumentCodec.removal(codec);
        return new ArchivedRecord(
                row.getLong(1),
                removal.isPresent() ? body : DocumentCodec.unpack(codec, body),
                removal);
    }
}

package io.genledger.adapter.sql.log;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static org.jooq.impl.DSL.countDistinct;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.tables.tables.records.QuarantinedDocumentRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The documents that could not be recorded, in one table. */
public final class JooqQuarantine implements Quarantine {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqQuarantine(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<QuarantinedDocument> of(GenerationId id) {
        return connection.read(sql ->
                sql.selectFrom(QUARANTINED_DOCUMENT)
                        .where(QUARANTINED_DOCUMENT.GENERATION_ID.eq(id.value()))
                        .orderBy(
                                QUARANTINED_DOCUMENT.RECEIVED_AT,
                                QUARANTINED_DOCUMENT.RECEIVED_AT_NANOS)
                        .fetch(row -> toDocument(id, row)));
    }

    private static QuarantinedDocument toDocument(GenerationId id, QuarantinedDocumentRecord row) {
        Instant receivedAt = Instant.ofEpochSecond(row.getReceivedAt(), row.getReceivedAtNanos());
        return new QuarantinedDocument(
                AttemptOutcomeColumns.of(
                                row.getOutcomeAtUs(),
                                row.getOutcomeReason(),
                                row.getOutcomeMessage())
                        .orElseThrow(),
                row.getTimes(),
                new MetadataDocument(Optional.of(id), row.getBody(), receivedAt));
    }

    @Override
    public long countIds() {
        return connection.read(sql ->
                sql.select(countDistinct(QUARANTINED_DOCUMENT.GENERATION_ID))
                        .from(QUARANTINED_DOCUMENT)
                        .fetchSingle(row -> row.value1()));
    }
}

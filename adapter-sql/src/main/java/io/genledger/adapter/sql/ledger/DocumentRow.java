package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;

import io.genledger.adapter.sql.tables.tables.records.DocumentRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Record;

/** One revision of a generation as one row of the table {@code document}. */
final class DocumentRow {

    private DocumentRow() {}

    static DocumentRecord of(Recording recording, int revision) {
        MetadataDocument document = recording.document();
        DocumentRecord row = new DocumentRecord();
        row.setGenerationId(recording.entry().id().value());
        row.setRevision(revision);
        document.requested().ifPresent(requested -> row.setRequestedId(requested.value()));
        Instant receivedAt = document.receivedAt();
        row.setReceivedAt(receivedAt.getEpochSecond());
        row.setReceivedAtNanos(receivedAt.getNano());
        row.setContentDigest(recording.entry().digest().hex());
        row.setDigestVersion(recording.entry().digest().version());
        row.setBody(document.bytes());
        row.setInline(recording.entry().isInline());
        return row;
    }

    static Revision toRevision(Record row) {
        return new Revision(
                new GenerationId(row.get(DOCUMENT.GENERATION_ID)),
                row.get(DOCUMENT.REVISION),
                new MetadataDocument(
                        Optional.ofNullable(row.get(DOCUMENT.REQUESTED_ID)).map(GenerationId::new),
                        row.get(DOCUMENT.BODY),
                        receivedAt(row)));
    }

    static Instant receivedAt(Record row) {
        return Instant.ofEpochSecond(
                row.get(DOCUMENT.RECEIVED_AT), row.get(DOCUMENT.RECEIVED_AT_NANOS));
    }
}

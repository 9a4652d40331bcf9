package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** The archived document of an entry as one row of the table {@code document}. */
final class DocumentRow {

    /** The columns from which {@link #toRevision} reads. */
    static final List<Field<?>> COLUMNS =
            List.of(
                    ENTRY.GENERATION,
                    ENTRY.REVISION,
                    ENTRY.FETCHED,
                    ENTRY.RECEIVED_US,
                    DOCUMENT.REQUESTED_ID,
                    DOCUMENT.CODEC,
                    DOCUMENT.BODY);

    private DocumentRow() {}

    /** The values of all columns, in their order. */
    static Object[] of(long seq, Recording recording, DocumentCodec.Packed packed) {
        GenerationId id = recording.entry().id();
        String requested =
                recording
                        .document()
                        .requested()
                        .filter(other -> !other.equals(id))
                        .map(GenerationId::value)
                        .orElse(null);
        return new Object[] {seq, requested, packed.codec(), packed.bytes()};
    }

    static Revision toRevision(Record row) {
        GenerationId id = new GenerationId(row.get(ENTRY.GENERATION));
        Optional<GenerationId> requested =
                row.get(ENTRY.FETCHED) == 0
                        ? Optional.empty()
                        : Optional.of(
                                Optional.ofNullable(row.get(DOCUMENT.REQUESTED_ID))
                                        .map(GenerationId::new)
                                        .orElse(id));
        return new Revision(
                id,
                row.get(ENTRY.REVISION),
                new MetadataDocument(
                        requested,
                        DocumentCodec.unpack(row.get(DOCUMENT.CODEC), row.get(DOCUMENT.BODY)),
                        Moments.ofMicros(row.get(ENTRY.RECEIVED_US))));
    }
}

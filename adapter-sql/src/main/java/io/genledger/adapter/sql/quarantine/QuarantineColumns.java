package io.genledger.adapter.sql.quarantine;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static org.jooq.impl.DSL.binaryLength;

import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.QuarantinedDocumentRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.QuarantineOrigin;
import io.genledger.ports.quarantine.QuarantinedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Quarantined documents as columns. */
final class QuarantineColumns {

    private static final Field<Integer> BYTES = binaryLength(QUARANTINED_DOCUMENT.BODY);

    private QuarantineColumns() {}

    /** All columns, with the size of the body in place of the body. */
    static List<Field<?>> withoutBody() {
        List<Field<?>> columns = new ArrayList<>(List.of(QUARANTINED_DOCUMENT.fields()));
        columns.remove(QUARANTINED_DOCUMENT.BODY);
        columns.add(BYTES);
        return columns;
    }

    /** The description of a row without its body. */
    static QuarantinedDocument description(Record columns) {
        QuarantinedDocumentRecord row = columns.into(QUARANTINED_DOCUMENT);
        return new QuarantinedDocument(
                row.getNumber(),
                origin(row),
                AttemptOutcomeColumns.of(
                                row.getOutcomeAtUs(),
                                row.getOutcomeReason(),
                                row.getOutcomeMessage())
                        .orElseThrow(),
                Moments.ofMicros(row.getFirstReceivedUs()),
                Moments.ofMicros(row.getReceivedUs()),
                row.getTimes(),
                columns.get(BYTES));
    }

    private static QuarantineOrigin origin(QuarantinedDocumentRecord row) {
        return requested(row)
                .<QuarantineOrigin>map(QuarantineOrigin.Fetched::new)
                .orElseGet(() ->
                        new QuarantineOrigin.Imported(
                                row.getFile(), row.getLine(), Optional.ofNullable(row.getField())));
    }

    /** The document of a whole row. */
    static MetadataDocument document(QuarantinedDocumentRecord row) {
        return new MetadataDocument(
                requested(row), row.getBody(), Moments.ofMicros(row.getReceivedUs()));
    }

    private static Optional<GenerationId> requested(QuarantinedDocumentRecord row) {
        return Optional.ofNullable(row.getGenerationId()).map(GenerationId::new);
    }
}

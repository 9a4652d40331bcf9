package io.genledger.adapter.sql.migration;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.ports.document.MetadataDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** One row of the table {@code document}. */
record OldRevision(
        String id, int number, MetadataDocument document, ContentDigest digest, boolean inline) {

    static final Field<String> ID = OldTables.text("generation_id");
    static final Field<Long> NUMBER = OldTables.number("revision");
    static final Field<byte[]> BODY = DSL.field(DSL.name("body"), byte[].class);

    private static final Field<String> REQUESTED = OldTables.text("requested_id");
    private static final Field<Long> RECEIVED_AT = OldTables.number("received_at");
    private static final Field<Long> RECEIVED_AT_NANOS = OldTables.number("received_at_nanos");
    private static final Field<String> DIGEST = OldTables.text("content_digest");
    private static final Field<Long> DIGEST_VERSION = OldTables.number("digest_version");
    private static final Field<Boolean> INLINE = OldTables.flag("inline");

    static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    NUMBER,
                    BODY,
                    REQUESTED,
                    RECEIVED_AT,
                    RECEIVED_AT_NANOS,
                    DIGEST,
                    DIGEST_VERSION,
                    INLINE);

    static OldRevision of(Record row) {
        Instant receivedAt =
                Instant.ofEpochSecond(row.get(RECEIVED_AT), row.get(RECEIVED_AT_NANOS))
                        .truncatedTo(ChronoUnit.MICROS);
        return new OldRevision(
                row.get(ID),
                Math.toIntExact(row.get(NUMBER)),
                new MetadataDocument(
                        Optional.ofNullable(row.get(REQUESTED)).map(GenerationId::new),
                        row.get(BODY),
                        receivedAt),
                new ContentDigest(Math.toIntExact(row.get(DIGEST_VERSION)), row.get(DIGEST)),
                row.get(INLINE));
    }
}

package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.PENDING;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.KeptGeneration;
import io.genledger.ports.Ledger;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Keeps generations in two tables: every document, and the newest entry of each generation. */
final class JooqLedger implements Ledger {

    private final Session session;

    JooqLedger(Session session) {
        this.session = session;
    }

    @Override
    public List<Outcome> record(List<Recording> recordings) {
        return recordings.isEmpty()
                ? List.of()
                : session.write(sql -> record(sql, List.copyOf(recordings)));
    }

    private static List<Outcome> record(DSLContext sql, List<Recording> recordings) {
        List<String> ids = recordings.stream().map(r -> r.entry().id().value()).distinct().toList();
        RecordingBatch batch = new RecordingBatch(RecordingBatch.kept(sql, ids), Instant.now());
        List<Outcome> outcomes = recordings.stream().map(batch::add).toList();
        batch.insert(sql);
        Chunks.of(ids)
                .forEach(some -> sql.deleteFrom(PENDING).where(PENDING.ID.in(some)).execute());
        return outcomes;
    }

    @Override
    public Optional<KeptGeneration> find(GenerationId id) {
        return session.read(sql ->
                sql.select(DOCUMENT.asterisk())
                        .from(GENERATION)
                        .join(DOCUMENT)
                        .on(DOCUMENT.GENERATION_ID.eq(GENERATION.ID))
                        .and(DOCUMENT.REVISION.eq(GENERATION.REVISION))
                        .where(GENERATION.ID.eq(id.value()))
                        .fetchOptional(JooqLedger::toKept));
    }

    static KeptGeneration toKept(Record row) {
        Instant receivedAt =
                Instant.ofEpochSecond(
                        row.get(DOCUMENT.RECEIVED_AT), row.get(DOCUMENT.RECEIVED_AT_NANOS));
        return new KeptGeneration(
                new GenerationId(row.get(DOCUMENT.GENERATION_ID)),
                row.get(DOCUMENT.REVISION),
                new MetadataDocument(
                        Optional.ofNullable(row.get(DOCUMENT.REQUESTED_ID)).map(GenerationId::new),
                        row.get(DOCUMENT.BODY),
                        receivedAt));
    }
}

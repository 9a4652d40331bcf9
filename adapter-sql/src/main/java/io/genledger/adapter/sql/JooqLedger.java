package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
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
        List<Outcome> outcomes = RecordingBatch.record(sql, recordings, Instant.now());
        List<Recording> own = recordings.stream().filter(one -> !one.entry().isInline()).toList();
        Chunks.of(RecordingBatch.ids(own)).forEach(some -> takeFromQueue(sql, some));
        return outcomes;
    }

    /** What is to be read once more still is: nobody asked the source just now. */
    private static void takeFromQueue(DSLContext sql, List<String> ids) {
        sql.update(TRACKED)
                .set(TRACKED.STATE, QueueConditions.RECORDED)
                .set(TRACKED.LEASE, inline(null, TRACKED.LEASE))
                .set(TRACKED.LEASED_UNTIL_US, inline(null, TRACKED.LEASED_UNTIL_US))
                .where(TRACKED.ID.in(ids))
                .and(QueueConditions.open())
                .and(TRACKED.REREAD.eq(inline(false)))
                .execute();
    }

    @Override
    public Optional<Revision> find(GenerationId id) {
        return session.read(sql ->
                sql.select(DOCUMENT.asterisk())
                        .from(GENERATION)
                        .join(DOCUMENT)
                        .on(DOCUMENT.GENERATION_ID.eq(GENERATION.ID))
                        .and(DOCUMENT.REVISION.eq(GENERATION.REVISION))
                        .where(GENERATION.ID.eq(id.value()))
                        .fetchOptional(JooqLedger::toKept));
    }

    @Override
    public List<Revision> revisions(GenerationId id) {
        return session.read(sql ->
                sql.selectFrom(DOCUMENT)
                        .where(DOCUMENT.GENERATION_ID.eq(id.value()))
                        .orderBy(DOCUMENT.REVISION)
                        .fetch(JooqLedger::toKept));
    }

    static Revision toKept(Record row) {
        Instant receivedAt =
                Instant.ofEpochSecond(
                        row.get(DOCUMENT.RECEIVED_AT), row.get(DOCUMENT.RECEIVED_AT_NANOS));
        return new Revision(
                new GenerationId(row.get(DOCUMENT.GENERATION_ID)),
                row.get(DOCUMENT.REVISION),
                new MetadataDocument(
                        Optional.ofNullable(row.get(DOCUMENT.REQUESTED_ID)).map(GenerationId::new),
                        row.get(DOCUMENT.BODY),
                        receivedAt));
    }
}

package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.ASIDE;
import static org.jooq.impl.DSL.countDistinct;

import io.genledger.adapter.sql.tables.tables.records.AsideRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies that could not be recorded, in one table. */
final class JooqQuarantine implements Quarantine {

    private final Session session;

    JooqQuarantine(Session session) {
        this.session = session;
    }

    @Override
    public List<QuarantinedDocument> of(GenerationId id) {
        return session.read(sql ->
                sql.selectFrom(ASIDE)
                        .where(ASIDE.GENERATION_ID.eq(id.value()))
                        .orderBy(ASIDE.RECEIVED_AT, ASIDE.RECEIVED_AT_NANOS)
                        .fetch(row -> toAside(id, row)));
    }

    private static QuarantinedDocument toAside(GenerationId id, AsideRecord row) {
        Instant receivedAt = Instant.ofEpochSecond(row.getReceivedAt(), row.getReceivedAtNanos());
        return new QuarantinedDocument(
                Answers.of(row.getAnsweredAtUs(), row.getAnswerReason(), row.getAnswer())
                        .orElseThrow(),
                row.getTimes(),
                new MetadataDocument(Optional.of(id), row.getBody(), receivedAt));
    }

    @Override
    public long countIds() {
        return session.read(sql ->
                sql.select(countDistinct(ASIDE.GENERATION_ID))
                        .from(ASIDE)
                        .fetchSingle(row -> row.value1()));
    }
}

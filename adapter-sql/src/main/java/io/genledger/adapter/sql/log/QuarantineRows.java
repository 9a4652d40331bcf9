package io.genledger.adapter.sql.log;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.tables.tables.records.QuarantinedDocumentRecord;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.Quarantine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jooq.DSLContext;

/** Writes documents that could not be recorded. */
public final class QuarantineRows {

    private QuarantineRows() {}

    /**
     * Adds the document, or counts it once more if its bytes are known; deletes the oldest ones of
     * the same id beyond {@link Quarantine#MOST_PER_ID}.
     */
    public static void add(DSLContext sql, Settlement.Quarantined settlement) {
        QuarantinedDocumentRecord row = row(settlement, Engine.of(sql));
        sql.insertInto(QUARANTINED_DOCUMENT)
                .set(row)
                .onConflict(QUARANTINED_DOCUMENT.GENERATION_ID, QUARANTINED_DOCUMENT.BODY_DIGEST)
                .doUpdate()
                .set(QUARANTINED_DOCUMENT.TIMES, QUARANTINED_DOCUMENT.TIMES.plus(1))
                .set(QUARANTINED_DOCUMENT.RECEIVED_AT, row.getReceivedAt())
                .set(QUARANTINED_DOCUMENT.RECEIVED_AT_NANOS, row.getReceivedAtNanos())
                .set(QUARANTINED_DOCUMENT.OUTCOME_AT_US, row.getOutcomeAtUs())
                .set(QUARANTINED_DOCUMENT.OUTCOME_REASON, row.getOutcomeReason())
                .set(QUARANTINED_DOCUMENT.OUTCOME_MESSAGE, row.getOutcomeMessage())
                .execute();
        deleteOldest(sql, row.getGenerationId());
    }

    private static void deleteOldest(DSLContext sql, String id) {
        sql.deleteFrom(QUARANTINED_DOCUMENT)
                .where(QUARANTINED_DOCUMENT.GENERATION_ID.eq(id))
                .and(
                        QUARANTINED_DOCUMENT.BODY_DIGEST.notIn(
                                select(QUARANTINED_DOCUMENT.BODY_DIGEST)
                                        .from(QUARANTINED_DOCUMENT)
                                        .where(QUARANTINED_DOCUMENT.GENERATION_ID.eq(id))
                                        .orderBy(
                                                QUARANTINED_DOCUMENT.RECEIVED_AT.desc(),
                                                QUARANTINED_DOCUMENT.RECEIVED_AT_NANOS.desc())
                                        .limit(Quarantine.MOST_PER_ID)))
                .execute();
    }

    private static QuarantinedDocumentRecord row(Settlement.Quarantined settlement, Engine engine) {
        byte[] body = settlement.document().bytes();
        Instant receivedAt = settlement.document().receivedAt();
        QuarantinedDocumentRecord row = new QuarantinedDocumentRecord();
        row.setGenerationId(settlement.claim().id().value());
        row.setBodyDigest(sha256(body));
        row.setReceivedAt(receivedAt.getEpochSecond());
        row.setReceivedAtNanos(receivedAt.getNano());
        row.setTimes(1);
        row.setOutcomeAtUs(AttemptOutcomeColumns.at(settlement.outcome()));
        row.setOutcomeReason(AttemptOutcomeColumns.reason(settlement.outcome()));
        row.setOutcomeMessage(engine.storable(settlement.outcome().message()));
        row.setBody(body);
        return row;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

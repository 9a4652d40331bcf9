package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.ASIDE;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.tables.tables.records.AsideRecord;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.Quarantine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jooq.DSLContext;

/** Writes down bodies that could not be recorded. */
final class AsideRows {

    private AsideRows() {}

    /** Keeps the body, or counts it once more, and makes room for it. */
    static void keep(DSLContext sql, Settlement.Quarantined odd) {
        AsideRecord row = row(odd, Engine.of(sql));
        sql.insertInto(ASIDE)
                .set(row)
                .onConflict(ASIDE.GENERATION_ID, ASIDE.BODY_DIGEST)
                .doUpdate()
                .set(ASIDE.TIMES, ASIDE.TIMES.plus(1))
                .set(ASIDE.RECEIVED_AT, row.getReceivedAt())
                .set(ASIDE.RECEIVED_AT_NANOS, row.getReceivedAtNanos())
                .set(ASIDE.ANSWERED_AT_US, row.getAnsweredAtUs())
                .set(ASIDE.ANSWER_REASON, row.getAnswerReason())
                .set(ASIDE.ANSWER, row.getAnswer())
                .execute();
        sql.deleteFrom(ASIDE)
                .where(ASIDE.GENERATION_ID.eq(row.getGenerationId()))
                .and(
                        ASIDE.BODY_DIGEST.notIn(
                                select(ASIDE.BODY_DIGEST)
                                        .from(ASIDE)
                                        .where(ASIDE.GENERATION_ID.eq(row.getGenerationId()))
                                        .orderBy(
                                                ASIDE.RECEIVED_AT.desc(),
                                                ASIDE.RECEIVED_AT_NANOS.desc())
                                        .limit(Quarantine.MOST_PER_ID)))
                .execute();
    }

    private static AsideRecord row(Settlement.Quarantined odd, Engine engine) {
        byte[] body = odd.document().bytes();
        Instant receivedAt = odd.document().receivedAt();
        AsideRecord row = new AsideRecord();
        row.setGenerationId(odd.claim().id().value());
        row.setBodyDigest(digest(body));
        row.setReceivedAt(receivedAt.getEpochSecond());
        row.setReceivedAtNanos(receivedAt.getNano());
        row.setTimes(1);
        row.setAnsweredAtUs(Answers.at(odd.outcome()));
        row.setAnswerReason(Answers.reason(odd.outcome()));
        row.setAnswer(engine.storable(odd.outcome().message()));
        row.setBody(body);
        return row;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

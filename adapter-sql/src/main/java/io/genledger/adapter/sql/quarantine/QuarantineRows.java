package io.genledger.adapter.sql.quarantine;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.QuarantinedDocumentRecord;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.BodyDigest;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Writes documents that could not be recorded; equal ones of the same origin once. */
public final class QuarantineRows {

    private static final List<Field<?>> COLUMNS =
            QUARANTINED_DOCUMENT
                    .fieldStream()
                    .filter(field -> !field.equals(QUARANTINED_DOCUMENT.NUMBER))
                    .toList();

    private static final BulkStatement ADD_FETCHED =
            upsert(
                    QUARANTINED_DOCUMENT.GENERATION_ID.isNotNull(),
                    QUARANTINED_DOCUMENT.GENERATION_ID,
                    QUARANTINED_DOCUMENT.BODY_DIGEST);

    private static final BulkStatement ADD_REJECTED =
            upsert(QUARANTINED_DOCUMENT.GENERATION_ID.isNull(), QUARANTINED_DOCUMENT.BODY_DIGEST);

    private QuarantineRows() {}

    /** Inserts a row, or counts it at the row with the same key, which gets its new columns. */
    private static BulkStatement upsert(Condition partOfTable, Field<?>... key) {
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
        changes.put(
                QUARANTINED_DOCUMENT.TIMES,
                QUARANTINED_DOCUMENT.TIMES.plus(excluded(QUARANTINED_DOCUMENT.TIMES)));
        Stream.of(
                        QUARANTINED_DOCUMENT.FILE,
                        QUARANTINED_DOCUMENT.LINE,
                        QUARANTINED_DOCUMENT.FIELD,
                        QUARANTINED_DOCUMENT.RECEIVED_US,
                        QUARANTINED_DOCUMENT.OUTCOME_AT_US,
                        QUARANTINED_DOCUMENT.OUTCOME_REASON,
                        QUARANTINED_DOCUMENT.OUTCOME_MESSAGE)
                .forEach(column -> changes.put(column, excluded(column)));
        return new BulkStatement(
                insertInto(QUARANTINED_DOCUMENT, COLUMNS)
                        .values(new Object[COLUMNS.size()])
                        .onConflict(key)
                        .where(partOfTable)
                        .doUpdate()
                        .set(changes));
    }

    /**
     * Adds a document that was fetched for an id; deletes the oldest ones of the id beyond {@link
     * Quarantine#MOST_PER_ID}.
     */
    public static void add(DSLContext sql, Settlement.Quarantined settlement) {
        QuarantinedDocumentRecord row = row(settlement.outcome(), 1, settlement.document());
        row.setGenerationId(settlement.claim().id().value());
        execute(ADD_FETCHED, sql, Stream.of(row));
        deleteOldest(sql, row.getGenerationId());
    }

    private static void deleteOldest(DSLContext sql, String id) {
        sql.deleteFrom(QUARANTINED_DOCUMENT)
                .where(QUARANTINED_DOCUMENT.GENERATION_ID.eq(id))
                .and(
                        QUARANTINED_DOCUMENT.NUMBER.notIn(
                                select(QUARANTINED_DOCUMENT.NUMBER)
                                        .from(QUARANTINED_DOCUMENT)
                                        .where(QUARANTINED_DOCUMENT.GENERATION_ID.eq(id))
                                        .orderBy(QUARANTINED_DOCUMENT.RECEIVED_US.desc())
                                        .limit(Quarantine.MOST_PER_ID)))
                .execute();
    }

    /** Adds rejected documents of files, numbered in their order. */
    static void add(DSLContext sql, List<RejectedDocument> documents) {
        List<QuarantinedDocumentRecord> rows = documents.stream().map(QuarantineRows::row).toList();
        Engine.of(sql)
                .lockKeys(
                        sql, rows.stream().map(QuarantinedDocumentRecord::getBodyDigest).toList());
        execute(ADD_REJECTED, sql, rows.stream());
    }

    private static void execute(
            BulkStatement statement, DSLContext sql, Stream<QuarantinedDocumentRecord> rows) {
        statement.execute(
                sql,
                rows.map(row -> COLUMNS.stream().map(row::get).toArray(Object[]::new)).toList());
    }

    private static QuarantinedDocumentRecord row(RejectedDocument rejected) {
        AttemptOutcome outcome =
                AttemptOutcome.of(
                        rejected.document().receivedAt(),
                        Reason.UNREADABLE,
                        rejected.rejection().reason());
        QuarantinedDocumentRecord row = row(outcome, rejected.times(), rejected.document());
        row.setFile(rejected.rejection().file());
        row.setLine(rejected.rejection().line());
        row.setField(rejected.rejection().field().orElse(null));
        return row;
    }

    private static QuarantinedDocumentRecord row(
            AttemptOutcome outcome, long times, MetadataDocument document) {
        byte[] body = document.bytes();
        long receivedAt = Moments.toMicros(document.receivedAt());
        QuarantinedDocumentRecord row = new QuarantinedDocumentRecord();
        row.setBodyDigest(BodyDigest.of(body));
        row.setFirstReceivedUs(receivedAt);
        row.setReceivedUs(receivedAt);
        row.setTimes(times);
        row.setOutcomeAtUs(AttemptOutcomeColumns.at(outcome));
        row.setOutcomeReason(AttemptOutcomeColumns.reason(outcome));
        row.setOutcomeMessage(outcome.message());
        row.setBody(body);
        return row;
    }
}

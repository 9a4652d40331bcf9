package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The ledger in two tables: every document, and the newest entry of each generation. */
public final class JooqLedger implements Ledger {

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqLedger(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<Outcome> record(List<Recording> recordings) {
        return recordings.isEmpty()
                ? List.of()
                : connection.write(recordings.size(), sql -> record(sql, List.copyOf(recordings)));
    }

    private static List<Outcome> record(DSLContext sql, List<Recording> recordings) {
        Engine.of(sql).lockRows(sql, TRACKED.ID, RecordingBatch.ids(recordings));
        List<Outcome> outcomes = RecordingBatch.record(sql, recordings, Instant.now());
        List<Recording> records =
                recordings.stream().filter(one -> !one.entry().isInline()).toList();
        Chunks.of(RecordingBatch.ids(records)).forEach(ids -> markRecorded(sql, ids));
        return outcomes;
    }

    /** An entry due for a refresh stays in the queue: these records were not just fetched. */
    private static void markRecorded(DSLContext sql, List<String> ids) {
        sql.update(TRACKED)
                .set(TRACKED.STATE, QueueStates.RECORDED)
                .set(TRACKED.LEASE, inline(null, TRACKED.LEASE))
                .set(TRACKED.LEASED_UNTIL_US, inline(null, TRACKED.LEASED_UNTIL_US))
                .where(TRACKED.ID.in(ids))
                .and(QueueStates.isOpen())
                .and(TRACKED.REFRESH.eq(inline(false)))
                .execute();
    }

    @Override
    public Optional<Revision> find(GenerationId id) {
        return connection.read(sql ->
                sql.select(DOCUMENT.asterisk())
                        .from(GENERATION)
                        .join(DOCUMENT)
                        .on(DOCUMENT.GENERATION_ID.eq(GENERATION.ID))
                        .and(DOCUMENT.REVISION.eq(GENERATION.REVISION))
                        .where(GENERATION.ID.eq(id.value()))
                        .fetchOptional(DocumentRow::toRevision));
    }

    @Override
    public List<Revision> revisions(GenerationId id) {
        return connection.read(sql ->
                sql.selectFrom(DOCUMENT)
                        .where(DOCUMENT.GENERATION_ID.eq(id.value()))
                        .orderBy(DOCUMENT.REVISION)
                        .fetch(DocumentRow::toRevision));
    }
}

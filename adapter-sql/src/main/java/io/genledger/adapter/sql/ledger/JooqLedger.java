package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The ledger as entries, their documents, and a pointer to the current entry of each generation.
 */
public final class JooqLedger implements Ledger {

    private final LedgerConnection connection;
    private final Recorder recorder;

    /** Reads over {@code connection}, and writes with {@code recorder}. */
    public JooqLedger(LedgerConnection connection, Recorder recorder) {
        this.connection = connection;
        this.recorder = recorder;
    }

    @Override
    public List<Outcome> record(List<Recording> recordings) {
        if (recordings.isEmpty()) {
            return List.of();
        }
        List<String> all = ids(recordings.stream());
        List<String> records = ids(recordings.stream().filter(one -> !one.entry().isInline()));
        return recorder.record(
                recordings.size(),
                recordings,
                (sql, record) -> {
                    Engine.of(sql).lockRows(sql, TRACKED.ID, all);
                    List<Outcome> outcomes = record.get();
                    Chunks.of(records).forEach(some -> markRecorded(sql, some));
                    return outcomes;
                });
    }

    private static List<String> ids(Stream<Recording> recordings) {
        return recordings.map(one -> one.entry().id().value()).distinct().sorted().toList();
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
                sql.select(DocumentRow.REVISION_COLUMNS)
                        .from(GENERATION)
                        .join(ENTRY)
                        .on(ENTRY.SEQ.eq(GENERATION.CURRENT))
                        .join(DOCUMENT)
                        .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                        .where(GENERATION.ID.eq(id.value()))
                        .fetchOptional(DocumentRow::toRevision));
    }

    @Override
    public List<Revision> revisions(GenerationId id) {
        return connection.read(sql ->
                RecordedRevisions.read(sql, List.of(id.value()))
                        .getOrDefault(id.value(), List.of()));
    }
}

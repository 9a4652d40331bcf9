package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
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
        return record(recordings, recorder.prepare(recordings));
    }

    @Override
    public Prepared prepare(List<Recording> recordings) {
        if (recordings.isEmpty()) {
            return List::of;
        }
        try {
            Recorder.Preparation preparation = recorder.prepare(recordings);
            return () -> record(recordings, preparation);
        } catch (LedgerUnavailableException toldWhenRecorded) {
            return () -> record(recordings);
        }
    }

    private List<Outcome> record(List<Recording> recordings, Recorder.Preparation preparation) {
        return recorder.record(
                recordings.size(),
                preparation,
                (sql, record) ->
                        hasOpenRows(sql) ? recordQueued(sql, recordings, record) : record.get());
    }

    @Override
    public List<Outcome> preview(List<Recording> recordings) {
        List<String> ids = ids(recordings.stream());
        return connection.snapshot(sql -> {
            Map<String, KnownRevisions> known = KnownRevisions.read(sql, ids);
            return recordings.stream()
                    .map(one ->
                            known.computeIfAbsent(
                                            one.entry().id().value(),
                                            id -> new KnownRevisions(KnownRevisions.NO_PLACE))
                                    .preview(one))
                    .toList();
        });
    }

    /** Whether the queue has any row that a recording may change. Each index is asked once. */
    private static boolean hasOpenRows(DSLContext sql) {
        return sql.fetchSingle(
                        select(
                                field(
                                        existsTracked(TRACKED.LEASE.isNotNull())
                                                .or(
                                                        existsTracked(
                                                                QueueStates.isPending()
                                                                        .and(
                                                                                TRACKED.LEASE
                                                                                        .isNull())))
                                                .or(
                                                        existsTracked(
                                                                TRACKED.STATE.eq(
                                                                        QueueStates.GIVEN_UP)))
                                                .or(
                                                        existsTracked(
                                                                TRACKED.STATE.eq(
                                                                        QueueStates.REFUSED))))))
                .value1();
    }

    private static Condition existsTracked(Condition condition) {
        return exists(selectOne().from(TRACKED).where(condition));
    }

    private static List<Outcome> recordQueued(
            DSLContext sql, List<Recording> recordings, Supplier<List<Outcome>> record) {
        Engine.of(sql).lockRows(sql, TRACKED.ID, ids(recordings.stream()));
        List<Outcome> outcomes = record.get();
        Chunks.of(ids(recordings.stream().filter(one -> !one.entry().isProvisional())))
                .forEach(some -> markRecorded(sql, some));
        return outcomes;
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

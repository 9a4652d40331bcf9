package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Recordings of one transaction: compared with the recorded revisions, then written in bulk. */
public final class RecordingBatch {

    private static final BulkStatement INSERT_DOCUMENT =
            new BulkStatement(
                    insertInto(DOCUMENT, DOCUMENT.fields())
                            .values(new Object[DOCUMENT.fields().length]));

    private static final BulkStatement UPSERT_GENERATION =
            new BulkStatement(
                    insertInto(GENERATION, GENERATION.fields())
                            .values(new Object[GENERATION.fields().length])
                            .onConflict(GENERATION.ID)
                            .doUpdate()
                            .setAllToExcluded());

    private final Map<String, KnownRevisions> known;
    private final Instant now;
    private final List<Object[]> documents = new ArrayList<>();
    private final Map<String, Object[]> generations = new LinkedHashMap<>();

    private RecordingBatch(Map<String, KnownRevisions> known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /**
     * Records all of {@code recordings} in the ledger; does not change the queue.
     *
     * @param now the time of recording
     * @return an outcome for each recording, in the same order
     */
    public static List<Outcome> record(DSLContext sql, List<Recording> recordings, Instant now) {
        Engine.of(sql).lockIds(sql, ids(recordings));
        RecordingBatch batch = new RecordingBatch(KnownRevisions.read(sql, ids(recordings)), now);
        List<Outcome> outcomes = recordings.stream().map(batch::add).toList();
        batch.write(sql);
        return outcomes;
    }

    /** The distinct ids of {@code recordings}. */
    static List<String> ids(List<Recording> recordings) {
        return recordings.stream().map(one -> one.entry().id().value()).distinct().toList();
    }

    private Outcome add(Recording recording) {
        String id = recording.entry().id().value();
        KnownRevisions revisions = known.computeIfAbsent(id, first -> new KnownRevisions());
        Outcome outcome = revisions.add(recording);
        if (outcome != Outcome.UNCHANGED && outcome != Outcome.SUPERSEDED) {
            int revision = revisions.newest();
            documents.add(BulkStatement.row(DocumentRow.of(recording, revision)));
            generations.put(id, BulkStatement.row(GenerationRow.of(recording, revision, now)));
        }
        return outcome;
    }

    private void write(DSLContext sql) {
        if (!documents.isEmpty()) {
            INSERT_DOCUMENT.execute(sql, documents);
            UPSERT_GENERATION.execute(sql, List.copyOf(generations.values()));
        }
    }
}

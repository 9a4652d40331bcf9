package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.tables.tables.records.DocumentRecord;
import io.genledger.ports.Ledger.Outcome;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Recordings on their way into the tables: judges each by what is kept, then writes them in bulk.
 */
final class RecordingBatch {

    /**
     * The newest revision of a generation.
     *
     * @param revision its number, from 1
     * @param digest names its content
     */
    record Newest(int revision, String digest) {

        private static final Newest NONE = new Newest(0, "");
    }

    private static final Bulk INSERT_DOCUMENT =
            new Bulk(
                    insertInto(DOCUMENT, DOCUMENT.fields())
                            .values(new Object[DOCUMENT.fields().length]));

    private static final Bulk PUT_GENERATION =
            new Bulk(
                    insertInto(GENERATION, GENERATION.fields())
                            .values(new Object[GENERATION.fields().length])
                            .onConflict(GENERATION.ID)
                            .doUpdate()
                            .setAllToExcluded());

    private final Map<String, Newest> newest;
    private final Instant now;
    private final List<Object[]> documents = new ArrayList<>();
    private final Map<String, Object[]> generations = new LinkedHashMap<>();

    RecordingBatch(Map<String, Newest> newest, Instant now) {
        this.newest = new HashMap<>(newest);
        this.now = now;
    }

    /** What is kept of {@code ids}. */
    static Map<String, Newest> newest(DSLContext sql, List<String> ids) {
        Map<String, Newest> newest = new HashMap<>();
        Chunks.of(ids)
                .flatMap(some ->
                        sql
                                .select(
                                        GENERATION.ID,
                                        GENERATION.REVISION,
                                        GENERATION.CONTENT_DIGEST)
                                .from(GENERATION)
                                .where(GENERATION.ID.in(some))
                                .fetch()
                                .stream())
                .forEach(row -> newest.put(row.value1(), new Newest(row.value2(), row.value3())));
        return newest;
    }

    /** Takes one more, unless its content is what is kept already. */
    Outcome add(Recording recording) {
        String id = recording.entry().id().value();
        String digest = recording.entry().digest().value();
        Newest kept = newest.getOrDefault(id, Newest.NONE);
        if (kept.digest().equals(digest)) {
            return Outcome.UNCHANGED;
        }
        int revision = kept.revision() + 1;
        newest.put(id, new Newest(revision, digest));
        documents.add(documentRow(id, revision, recording.document()));
        generations.put(id, GenerationRow.of(recording.entry(), revision, now).intoArray());
        return revision == 1 ? Outcome.RECORDED : Outcome.REVISED;
    }

    /** Writes what was taken, each table by one statement that is prepared once. */
    void insert(DSLContext sql) {
        if (documents.isEmpty()) {
            return;
        }
        INSERT_DOCUMENT.execute(sql, documents);
        PUT_GENERATION.execute(sql, List.copyOf(generations.values()));
    }

    private static Object[] documentRow(String id, int revision, MetadataDocument document) {
        DocumentRecord row = new DocumentRecord();
        row.setGenerationId(id);
        row.setRevision(revision);
        document.requested().ifPresent(requested -> row.setRequestedId(requested.value()));
        Instant receivedAt = document.receivedAt();
        row.setReceivedAt(receivedAt.getEpochSecond());
        row.setReceivedAtNanos(receivedAt.getNano());
        row.setBody(document.bytes());
        return row.intoArray();
    }
}

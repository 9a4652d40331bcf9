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

    /** What is kept of one generation: the digest of each revision, the first one first. */
    private final Map<String, List<String>> kept;

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

    private final Instant now;
    private final List<Object[]> documents = new ArrayList<>();
    private final Map<String, Object[]> generations = new LinkedHashMap<>();

    RecordingBatch(Map<String, List<String>> kept, Instant now) {
        this.kept = kept;
        this.now = now;
    }

    /** The digests of all revisions that are kept of {@code ids}. */
    static Map<String, List<String>> kept(DSLContext sql, List<String> ids) {
        Map<String, List<String>> kept = new HashMap<>();
        Chunks.of(ids)
                .flatMap(some ->
                        sql
                                .select(DOCUMENT.GENERATION_ID, DOCUMENT.CONTENT_DIGEST)
                                .from(DOCUMENT)
                                .where(DOCUMENT.GENERATION_ID.in(some))
                                .orderBy(DOCUMENT.GENERATION_ID, DOCUMENT.REVISION)
                                .fetch()
                                .stream())
                .forEach(row ->
                        kept.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                                .add(row.value2()));
        return kept;
    }

    /** Takes one more, unless its content is kept already. */
    Outcome add(Recording recording) {
        String id = recording.entry().id().value();
        String digest = recording.entry().digest().value();
        List<String> digests = kept.computeIfAbsent(id, first -> new ArrayList<>());
        if (digests.contains(digest)) {
            return Outcome.UNCHANGED;
        }
        digests.add(digest);
        int revision = digests.size();
        documents.add(documentRow(id, revision, recording));
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

    private static Object[] documentRow(String id, int revision, Recording recording) {
        MetadataDocument document = recording.document();
        DocumentRecord row = new DocumentRecord();
        row.setGenerationId(id);
        row.setRevision(revision);
        document.requested().ifPresent(requested -> row.setRequestedId(requested.value()));
        Instant receivedAt = document.receivedAt();
        row.setReceivedAt(receivedAt.getEpochSecond());
        row.setReceivedAtNanos(receivedAt.getNano());
        row.setContentDigest(recording.entry().digest().value());
        row.setBody(document.bytes());
        return row.intoArray();
    }
}

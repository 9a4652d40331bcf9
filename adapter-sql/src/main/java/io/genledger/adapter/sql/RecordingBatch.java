package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.tables.tables.records.DocumentRecord;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
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

    /** What is kept of one generation: its revisions, the first one first. */
    private final Map<String, List<Kept>> kept;

    /** What a revision says, by its digest, and when it came. */
    private record Kept(String digest, Instant receivedAt, boolean inline) {}

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

    private RecordingBatch(Map<String, List<Kept>> kept, Instant now) {
        this.kept = kept;
        this.now = now;
    }

    /** Records all of {@code recordings}; the queue is another matter. */
    static List<Outcome> record(DSLContext sql, List<Recording> recordings, Instant now) {
        RecordingBatch batch = new RecordingBatch(kept(sql, ids(recordings)), now);
        List<Outcome> outcomes = recordings.stream().map(batch::add).toList();
        batch.insert(sql);
        return outcomes;
    }

    /** Of which generations they are, each once. */
    static List<String> ids(List<Recording> recordings) {
        return recordings.stream().map(one -> one.entry().id().value()).distinct().toList();
    }

    private static Map<String, List<Kept>> kept(DSLContext sql, List<String> ids) {
        Map<String, List<Kept>> kept = new HashMap<>();
        Chunks.of(ids)
                .flatMap(some ->
                        sql
                                .select(
                                        DOCUMENT.GENERATION_ID,
                                        DOCUMENT.CONTENT_DIGEST,
                                        DOCUMENT.RECEIVED_AT,
                                        DOCUMENT.RECEIVED_AT_NANOS,
                                        DOCUMENT.INLINE)
                                .from(DOCUMENT)
                                .where(DOCUMENT.GENERATION_ID.in(some))
                                .orderBy(DOCUMENT.GENERATION_ID, DOCUMENT.REVISION)
                                .fetch()
                                .stream())
                .forEach(row ->
                        kept.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                                .add(
                                        new Kept(
                                                row.value2(),
                                                Instant.ofEpochSecond(row.value3(), row.value4()),
                                                row.value5())));
        return kept;
    }

    /** Takes one more, unless its content is kept already. */
    private Outcome add(Recording recording) {
        String id = recording.entry().id().value();
        Kept further =
                new Kept(
                        recording.entry().digest().hex(),
                        recording.document().receivedAt(),
                        recording.entry().isInline());
        List<Kept> revisions = kept.computeIfAbsent(id, first -> new ArrayList<>());
        if (further.inline() && !revisions.stream().allMatch(Kept::inline)) {
            return Outcome.SUPERSEDED;
        }
        if (isKept(revisions, further, recording.document())) {
            return Outcome.UNCHANGED;
        }
        revisions.add(further);
        int revision = revisions.size();
        documents.add(documentRow(id, revision, recording));
        generations.put(id, Bulk.row(GenerationRow.of(recording, revision, now)));
        return revision == 1 ? Outcome.RECORDED : Outcome.REVISED;
    }

    /** What the source said before its last word counts again only if it says so again. */
    private static boolean isKept(List<Kept> revisions, Kept further, MetadataDocument document) {
        if (revisions.stream().noneMatch(kept -> kept.digest().equals(further.digest()))) {
            return false;
        }
        Kept newest = revisions.get(revisions.size() - 1);
        boolean isLaterWord =
                document.requested().isPresent()
                        && further.receivedAt().isAfter(newest.receivedAt());
        return newest.digest().equals(further.digest()) || !isLaterWord;
    }

    /** Writes what was taken, each table by one statement that is prepared once. */
    private void insert(DSLContext sql) {
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
        row.setContentDigest(recording.entry().digest().hex());
        row.setBody(document.bytes());
        row.setInline(recording.entry().isInline());
        return Bulk.row(row);
    }
}

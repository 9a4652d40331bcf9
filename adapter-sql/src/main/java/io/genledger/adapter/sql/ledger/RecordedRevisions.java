package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.ports.ledger.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the revisions of many generations at once. */
public final class RecordedRevisions {

    private RecordedRevisions() {}

    /** All revisions of each generation by its id, oldest first; without ids that are unknown. */
    public static Map<String, List<Revision>> read(DSLContext sql, List<String> ids) {
        List<Long> wanted = new ArrayList<>();
        Chunks.of(ids)
                .forEach(some ->
                        wanted.addAll(
                                sql.select(GENERATION.CURRENT)
                                        .from(GENERATION)
                                        .where(GENERATION.ID.in(some))
                                        .fetch(GENERATION.CURRENT)));
        Map<String, List<Revision>> revisions = new HashMap<>();
        while (!wanted.isEmpty()) {
            List<Long> seqs = List.copyOf(wanted);
            wanted.clear();
            Chunks.of(seqs).forEach(some -> read(sql, some, revisions, wanted));
        }
        revisions.values().forEach(Collections::reverse);
        return revisions;
    }

    /** Adds the revisions of {@code seqs}, and the entries of the revisions before to wanted. */
    private static void read(
            DSLContext sql,
            List<Long> seqs,
            Map<String, List<Revision>> revisions,
            List<Long> wanted) {
        for (Record row :
                sql.select(DocumentRow.REVISION_COLUMNS)
                        .select(ENTRY.PREVIOUS)
                        .from(ENTRY)
                        .join(DOCUMENT)
                        .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                        .where(ENTRY.SEQ.in(seqs))
                        .fetch()) {
            Revision revision = DocumentRow.toRevision(row);
            revisions
                    .computeIfAbsent(revision.id().value(), first -> new ArrayList<>())
                    .add(revision);
            Long previous = row.get(ENTRY.PREVIOUS);
            if (previous != null) {
                wanted.add(previous);
            }
        }
    }
}

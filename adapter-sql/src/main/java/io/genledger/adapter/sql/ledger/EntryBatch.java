package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.rollup.RollupBatch;
import io.genledger.adapter.sql.statement.BulkStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** New entries of one transaction, written in bulk with their documents and sums. */
final class EntryBatch {

    private static final BulkStatement INSERT_ENTRY =
            new BulkStatement(
                    insertInto(ENTRY, ENTRY.fields()).values(new Object[ENTRY.fields().length]));

    private static final BulkStatement INSERT_DOCUMENT =
            new BulkStatement(
                    insertInto(DOCUMENT, DOCUMENT.fields())
                            .values(new Object[DOCUMENT.fields().length]));

    private final DSLContext sql;
    private final List<EntryRow> entries = new ArrayList<>();
    private final List<Object[]> documents = new ArrayList<>();

    EntryBatch(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a revision at the place {@code seq}. */
    EntryRow append(
            PreparedRecording recording, KnownRevisions revisions, long seq, Instant recordedAt) {
        EntryRow entry = revisions.add(recording.entry(), seq, recordedAt);
        entries.add(entry);
        documents.add(recording.documentRow(seq));
        return entry;
    }

    /** Adds a revision that replaces the newest one, which is cancelled at its own place. */
    EntryRow correct(
            PreparedRecording recording,
            KnownRevisions revisions,
            long cancelledAt,
            long seq,
            Instant recordedAt) {
        EntryRow replaced = Objects.requireNonNull(revisions.newest());
        entries.add(replaced.cancelled(cancelledAt, recordedAt));
        return append(recording, revisions, seq, recordedAt);
    }

    /** Writes all that was added. */
    void write() {
        INSERT_ENTRY.execute(sql, entries.stream().map(EntryRow::values).toList());
        INSERT_DOCUMENT.execute(sql, documents);
        RollupBatch rollups = new RollupBatch(Engine.of(sql).rollupShard(sql));
        entries.forEach(rollups::add);
        rollups.write(sql);
    }
}
